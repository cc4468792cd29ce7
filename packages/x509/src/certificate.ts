import {
  bytesOf,
  contextConstructed,
  contextPrimitive,
  type DerReader,
  type DerTime,
  readSequence,
  Tag,
} from '@quorate/der';
import { reading, X509Error } from './error.ts';
import { type Extension, readExtensionList } from './extension.ts';
import { type Name, readName } from './name.ts';
import { isNext } from './value.ts';

/**
 * A certificate as written (RFC 5280, 4.1). Byte fields are views of the input. Nothing in it has been judged: the
 * signature is unchecked, and so are dates, extensions and key.
 */
export interface Certificate {
  readonly bytes: Uint8Array;
  /** The signed part. */
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
  readonly extensions: readonly Extension[];
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
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

function readCertificate(bytes: Uint8Array, fields: DerReader): Certificate {
  const tbsElement = fields.element(Tag.SEQUENCE);
  const tbs = fields.inside(tbsElement);
  const version = readVersion(tbs);
  const serialNumber = tbs.integerBytes();
  const inner = bytesOf(tbs.element(Tag.SEQUENCE));
  const issuer = readName(tbs);
  const validity = tbs.sequence();
  const notBefore = validity.time();
  const notAfter = validity.time();
  validity.finish();
  const subject = readName(tbs);
  const publicKey = bytesOf(tbs.element(Tag.SEQUENCE));
  for (const number of [1, 2]) {
    if (!isNext(tbs, contextPrimitive(number))) continue;
    if (version === 1) throw new X509Error('version-invalid', { offset: tbs.offset });
    tbs.bitString(contextPrimitive(number));
  }
  const extensions = readExtensions(tbs, version);
  tbs.finish();
  const algorithm = fields.element(Tag.SEQUENCE);
  if (!sameBytes(inner, bytesOf(algorithm))) throw new X509Error('algorithm-mismatch', { offset: algorithm.start });
  return {
    bytes,
    tbs: bytesOf(tbsElement),
    version,
    serialNumber,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    extensions,
    signatureAlgorithm: inner,
    signature: fields.bitStringBytes(),
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

function readExtensions(tbs: DerReader, version: 1 | 2 | 3): Extension[] {
  const explicit = tbs.optional(contextConstructed(3));
  if (explicit === null) return [];
  if (version !== 3) throw new X509Error('version-invalid', { offset: explicit.start });
  const inside = tbs.inside(explicit);
  const extensions = readExtensionList(inside.sequence());
  inside.finish();
  return extensions;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
