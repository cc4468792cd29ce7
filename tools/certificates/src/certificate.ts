import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  type DerTime,
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNamedBits,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
  Tag,
} from '@quorate/der';

/** A key pair made for this run. */
export interface Pair {
  readonly privateKey: KeyObject;
  readonly spki: Uint8Array;
}

export function pairOf(keys: { privateKey: KeyObject; publicKey: KeyObject }): Pair {
  return {
    privateKey: keys.privateKey,
    spki: Uint8Array.from(keys.publicKey.export({ type: 'spki', format: 'der' })),
  };
}

export const ecPair = (): Pair => pairOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
export const rsaPair = (modulusLength: number, publicExponent = 65537): Pair =>
  pairOf(generateKeyPairSync('rsa', { modulusLength, publicExponent }));

/** An extension before it is encoded. */
export interface ExtensionParts {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

/** Everything in a TBSCertificate, free to be wrong. */
export interface TbsParts {
  /** The INTEGER inside [0]; `null` leaves it out: v1. */
  readonly version: number | null;
  /** Content octets. */
  readonly serialNumber: Uint8Array;
  /** Digest of ECDSA or PKCS#1 v1.5, OpenSSL's name. */
  readonly digest: string;
  readonly issuer: Uint8Array;
  readonly notBefore: DerTime;
  readonly notAfter: DerTime;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  readonly extensions: readonly ExtensionParts[];
}

const ECDSA: Readonly<Record<string, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
};
const ED25519 = '1.3.101.112';
const RSA: Readonly<Record<string, string>> = { sha256: '1.2.840.113549.1.1.11' };

/** The AlgorithmIdentifier of a digest with a key. */
export function algorithmOf(key: Pair, digest: string): Uint8Array {
  if (key.privateKey.asymmetricKeyType === 'rsa') {
    return encodeSequence(encodeOid(RSA[digest] ?? ''), encodeElement(Tag.NULL));
  }
  if (key.privateKey.asymmetricKeyType === 'ed25519') return encodeSequence(encodeOid(ED25519));
  return encodeSequence(encodeOid(ECDSA[digest] ?? ''));
}

/** A name of one attribute in each relative name, UTF8String. */
export function nameOf(...attributes: readonly (readonly [string, string])[]): Uint8Array {
  return encodeSequence(
    ...attributes.map(([type, text]) => encodeSetOf(encodeSequence(encodeOid(type), encodeUtf8String(text)))),
  );
}

export function tbsOf(parts: TbsParts, key: Pair): Uint8Array {
  return tbsWith(parts, algorithmOf(key, parts.digest));
}

/** A TBSCertificate with any AlgorithmIdentifier, for those who sign otherwise than OpenSSL. */
export function tbsWith(parts: Omit<TbsParts, 'digest'>, algorithm: Uint8Array): Uint8Array {
  const { version, serialNumber, notBefore, notAfter, extensions } = parts;
  return encodeSequence(
    ...(version === null ? [] : [encodeExplicit(0, encodeInteger(version))]),
    encodeElement(Tag.INTEGER, serialNumber),
    algorithm,
    parts.issuer,
    encodeSequence(encodeTime(notBefore), encodeTime(notAfter)),
    parts.subject,
    parts.spki,
    ...(extensions.length === 0 ? [] : [encodeExplicit(3, extensionList(extensions))]),
  );
}

function extensionList(extensions: readonly ExtensionParts[]): Uint8Array {
  return encodeSequence(
    ...extensions.map(({ oid, critical, value }) =>
      encodeSequence(encodeOid(oid), ...(critical ? [encodeBoolean(true)] : []), encodeOctetString(value)),
    ),
  );
}

/** A signature by OpenSSL over any bytes. */
export function signed(content: Uint8Array, digest: string, key: Pair): Uint8Array {
  const hash = key.privateKey.asymmetricKeyType === 'ed25519' ? null : digest;
  const signature = Uint8Array.from(sign(hash, content, { key: key.privateKey, dsaEncoding: 'der' }));
  return encodeSequence(content, algorithmOf(key, digest), encodeBitString(signature));
}

export function certificateOf(parts: TbsParts, key: Pair): Uint8Array {
  return signed(tbsOf(parts, key), parts.digest, key);
}

/** A CSR; `extensions` go into an extensionRequest. */
export function csrOf(
  parts: {
    readonly subject: Uint8Array;
    readonly spki: Uint8Array;
    readonly extensions: readonly ExtensionParts[];
    readonly digest: string;
  },
  key: Pair,
): Uint8Array {
  const request = encodeSequence(encodeOid('1.2.840.113549.1.9.14'), encodeSetOf(extensionList(parts.extensions)));
  const attributes = encodeElement(0xa0, ...(parts.extensions.length === 0 ? [] : [request]));
  return signed(encodeSequence(encodeInteger(0), parts.subject, parts.spki, attributes), parts.digest, key);
}

const NAMES = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
} as const;

/** Extensions by their names. */
export const extension = {
  basicConstraints: (ca: boolean, pathLen: number | null, critical = ca): ExtensionParts => ({
    oid: NAMES.basicConstraints,
    critical,
    value: encodeSequence(...(ca ? [encodeBoolean(true)] : []), ...(pathLen === null ? [] : [encodeInteger(pathLen)])),
  }),
  keyUsage: (bits: readonly number[], critical = true): ExtensionParts => ({
    oid: NAMES.keyUsage,
    critical,
    value: encodeNamedBits(bits),
  }),
  extKeyUsage: (purposes: readonly string[], critical = false): ExtensionParts => ({
    oid: NAMES.extKeyUsage,
    critical,
    value: encodeSequence(...purposes.map(encodeOid)),
  }),
  subjectKeyIdentifier: (identifier: Uint8Array, critical = false): ExtensionParts => ({
    oid: NAMES.subjectKeyIdentifier,
    critical,
    value: encodeOctetString(identifier),
  }),
  authorityKeyIdentifier: (identifier: Uint8Array, critical = false): ExtensionParts => ({
    oid: NAMES.authorityKeyIdentifier,
    critical,
    value: encodeSequence(encodeElement(0x80, identifier)),
  }),
  authorityCertificate: (issuer: Uint8Array, serialNumber: Uint8Array): ExtensionParts => ({
    oid: NAMES.authorityKeyIdentifier,
    value: encodeSequence(encodeElement(0xa1, encodeElement(0xa4, issuer)), encodeElement(0x82, serialNumber)),
  }),
  subjectAltName: (dns: string, critical = false): ExtensionParts => ({
    oid: NAMES.subjectAltName,
    critical,
    value: encodeSequence(encodeElement(0x82, new TextEncoder().encode(dns))),
  }),
} as const;

/** SHA-1 of the key bits of an SPKI of P-256: the last 65 bytes. */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  return Uint8Array.from(
    createHash('sha1')
      .update(spki.subarray(spki.length - 65))
      .digest(),
  );
}

/** Seconds, UTCTime. */
export const utc = (iso: string): DerTime => ({ type: 'UTCTime', seconds: Date.parse(iso) / 1000 });
