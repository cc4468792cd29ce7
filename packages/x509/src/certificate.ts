import {
  bytesOf,
  contextConstructed,
  contextPrimitive,
  type DerReader,
  type DerTime,
  readSequence,
  Tag,
} from '@quorate/der';
import { wrapDer, X509Error } from './error.ts';
import { type Name, readName } from './name.ts';

/** An extension as it stands; what is in `value` is for its own reader. */
export interface Extension {
  /** extnID as dotted text. */
  readonly oid: string;
  readonly critical: boolean;
  /** The content of extnValue. */
  readonly value: Uint8Array;
}

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
const MAX_EXTENSIONS = 256;

/**
 * Reads one certificate, strict DER, nothing before or behind it.
 *
 * @param der at most 1 MiB
 * @throws X509Error
 */
export function parseCertificate(der: Uint8Array): Certificate {
  return wrapDer(() => readSequence(der, (fields) => readCertificate(der, fields), { maxBytes: MAX_BYTES }));
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
    if (tbs.peek() !== contextPrimitive(number)) continue;
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
  const version = inside.integer();
  inside.finish();
  if (version !== 1n && version !== 2n) throw new X509Error('version-invalid', { offset: explicit.content });
  return version === 1n ? 2 : 3;
}

function readExtensions(tbs: DerReader, version: 1 | 2 | 3): Extension[] {
  const explicit = tbs.optional(contextConstructed(3));
  if (explicit === null) return [];
  if (version !== 3) throw new X509Error('version-invalid', { offset: explicit.start });
  const inside = tbs.inside(explicit);
  const list = inside.sequence();
  inside.finish();
  const extensions: Extension[] = [];
  const seen = new Set<string>();
  do {
    const offset = list.offset;
    const extension = readExtension(list);
    if (seen.has(extension.oid)) throw new X509Error('extension-repeated', { offset });
    if (extensions.length === MAX_EXTENSIONS) throw new X509Error('limit-exceeded', { offset, limit: MAX_EXTENSIONS });
    seen.add(extension.oid);
    extensions.push(extension);
  } while (list.peek() !== null);
  return extensions;
}

function readExtension(list: DerReader): Extension {
  const fields = list.sequence();
  const oid = fields.oid();
  const offset = fields.offset;
  const critical = fields.peek() === Tag.BOOLEAN ? fields.boolean() : null;
  if (critical === false) throw new X509Error('malformed', { offset });
  const value = fields.octetString();
  fields.finish();
  return { oid, critical: critical ?? false, value };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}
