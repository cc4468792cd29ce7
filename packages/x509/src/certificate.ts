import {
  type BitString,
  bytesOf,
  contextConstructed,
  contextPrimitive,
  type DerElement,
  DerReader,
  type DerTime,
  readSequence,
  sameBytes,
  Tag,
} from '@quorate/der';
import { reading, X509Error } from './error.ts';
import { type Extension, readExplicitExtensions } from './extension.ts';
import { type Name, readName } from './name.ts';
import { isNext } from './value.ts';

/**
 * The part of a certificate that is signed, as written (RFC 5280, 4.1). Byte fields are views of the input. Nothing in it
 * has been judged: neither dates, nor extensions, nor key.
 */
export interface TbsCertificate {
  /** TBSCertificate: the bytes that a signature covers. */
  readonly tbs: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** Content octets of the INTEGER, two's complement. */
  readonly serialNumber: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: DerTime;
  readonly notAfter: DerTime;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** `null` when absent, as they must be (4.1.2.8). */
  readonly issuerUniqueID: BitString | null;
  readonly subjectUniqueID: BitString | null;
  readonly extensions: readonly Extension[];
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
}

/** A certificate as written. Nothing in it has been judged: the signature is unchecked too. */
export interface Certificate extends TbsCertificate {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** A request to the HSM holds 64 KB at most (SKA.md 2.1); certificates in the suites reach 100 KB. */
const MAX_BYTES: number = 1024 * 1024;

/**
 * Reads one certificate, strict DER, nothing before or behind it.
 *
 * @param der at most 1 MiB
 * @throws X509Error
 */
export function parseCertificate(der: Uint8Array): Certificate {
  return reading('certificate', null, () =>
    readSequence(der, (fields) => readCertificate(der, fields), { maxBytes: MAX_BYTES }),
  );
}

/**
 * Reads one TBSCertificate, by the same rules.
 *
 * @param der at most 1 MiB
 * @throws X509Error
 */
export function parseTbsCertificate(der: Uint8Array): TbsCertificate {
  return reading('certificate', null, () => {
    const reader = DerReader.of(der, { maxBytes: MAX_BYTES });
    const element = reader.element(Tag.SEQUENCE);
    reader.finish();
    return readTbs(reader, element);
  });
}

function readCertificate(bytes: Uint8Array, fields: DerReader): Certificate {
  const tbs = readTbs(fields, fields.element(Tag.SEQUENCE));
  const algorithm = fields.element(Tag.SEQUENCE);
  if (!sameBytes(tbs.signatureAlgorithm, bytesOf(algorithm))) {
    throw new X509Error('algorithm-mismatch', { offset: algorithm.start });
  }
  // Into the one object: a copy of so many fields takes longer than to read them.
  return Object.assign(tbs, { bytes, signature: fields.bitStringBytes() });
}

function readTbs(outer: DerReader, element: DerElement): TbsCertificate {
  const tbs = outer.inside(element);
  const version = readVersion(tbs);
  const serialNumber = tbs.integerBytes();
  const signatureAlgorithm = bytesOf(tbs.element(Tag.SEQUENCE));
  const issuer = readName(tbs);
  const validity = tbs.sequence();
  const notBefore = validity.time();
  const notAfter = validity.time();
  validity.finish();
  const subject = readName(tbs);
  const publicKey = bytesOf(tbs.element(Tag.SEQUENCE));
  const issuerUniqueID = readUniqueIdentifier(tbs, 1, version);
  const subjectUniqueID = readUniqueIdentifier(tbs, 2, version);
  if (version !== 3 && isNext(tbs, contextConstructed(3))) {
    throw new X509Error('version-invalid', { offset: tbs.offset });
  }
  const extensions = readExplicitExtensions(tbs, 3);
  tbs.finish();
  return {
    tbs: bytesOf(element),
    version,
    serialNumber,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    issuerUniqueID,
    subjectUniqueID,
    extensions,
    signatureAlgorithm,
  };
}

function readVersion(tbs: DerReader): 1 | 2 | 3 {
  const explicit = tbs.optional(contextConstructed(0));
  if (explicit === null) return 1;
  const inside = tbs.inside(explicit);
  const version = inside.integerBytes();
  inside.finish();
  const known = version.length === 1 && (version[0] === 1 || version[0] === 2);
  if (!known) throw new X509Error('version-invalid', { offset: explicit.content });
  return version[0] === 1 ? 2 : 3;
}

function readUniqueIdentifier(tbs: DerReader, number: 1 | 2, version: 1 | 2 | 3): BitString | null {
  const tag = contextPrimitive(number);
  if (!isNext(tbs, tag)) return null;
  if (version === 1) throw new X509Error('version-invalid', { offset: tbs.offset });
  return tbs.bitString(tag);
}
