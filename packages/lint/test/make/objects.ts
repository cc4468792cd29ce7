import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  Tag,
} from '@quorate/der';
import { ED25519, ed25519Spki, p256Spki, signEd25519 } from './keys.ts';
import { ext, general, hex, name, time } from './values.ts';

/** Everything in a certificate as encoded elements, free to be wrong; what is left out is good. */
export interface CertificateParts {
  /** The element before the serial number; `null` leaves it out: v1. Default v3. */
  readonly version?: Uint8Array | null;
  /** Content octets. */
  readonly serialNumber?: Uint8Array;
  readonly signature?: Uint8Array;
  readonly issuer?: Uint8Array;
  /** Elements: see `time`. */
  readonly notBefore?: Uint8Array;
  readonly notAfter?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly spki?: Uint8Array;
  /** Elements between key and extensions: unique identifiers. */
  readonly uniqueIds?: readonly Uint8Array[];
  /** Extension elements; `null` leaves `[3]` out. */
  readonly extensions?: readonly Uint8Array[] | null;
  /** Extensions behind those of `extensions` or of the default. */
  readonly more?: readonly Uint8Array[];
  /** Default: `signature`. */
  readonly signatureAlgorithm?: Uint8Array;
  /** Octets; default a true signature when the algorithm is Ed25519, else 64 octets of nothing. */
  readonly signatureValue?: Uint8Array;
}

export const SERIAL: Uint8Array = hex('4d7a11c03be25f980a61d2e47f');
export const CA_NAME: Uint8Array = name(['C', 'CH'], ['O', 'Example'], ['CN', 'Example CA']);
export const LEAF_NAME: Uint8Array = name(['C', 'CH'], ['O', 'Example'], ['CN', 'example.org']);
const LEAF_KEY_ID = hex('ffeeddccbbaa99887766554433221100ffeeddcc');

const LEAF: Required<Omit<CertificateParts, 'more' | 'signatureAlgorithm' | 'signatureValue'>> = {
  version: encodeExplicit(0, encodeInteger(2)),
  serialNumber: SERIAL,
  signature: ED25519,
  issuer: CA_NAME,
  notBefore: time('2024-06-03T09:41:17Z'),
  notAfter: time('2025-06-03T09:41:16Z'),
  subject: LEAF_NAME,
  spki: p256Spki,
  uniqueIds: [],
  extensions: [
    ext.aki(),
    ext.ski(LEAF_KEY_ID),
    ext.keyUsage(['digitalSignature']),
    ext.extKeyUsage(['serverAuth']),
    ext.san([general.dns('example.org')]),
  ],
};

const CA: CertificateParts = {
  subject: name(['C', 'CH'], ['O', 'Example'], ['CN', 'Example Issuing CA']),
  notAfter: time('2034-06-03T09:41:16Z'),
  extensions: [
    ext.basicConstraints(true, 0),
    ext.aki(),
    ext.ski(LEAF_KEY_ID),
    ext.keyUsage(['keyCertSign', 'cRLSign']),
  ],
};

const ROOT: CertificateParts = {
  ...CA,
  subject: CA_NAME,
  spki: ed25519Spki,
  extensions: [ext.basicConstraints(true), ext.ski(), ext.keyUsage(['keyCertSign', 'cRLSign'])],
};

/** The TBSCertificate of a server, with these changes. */
export function tbs(parts: CertificateParts = {}): Uint8Array {
  const all = { ...LEAF, ...parts };
  const extensions = all.extensions === null ? null : [...all.extensions, ...(parts.more ?? [])];
  return encodeSequence(
    ...(all.version === null ? [] : [all.version]),
    encodeElement(Tag.INTEGER, all.serialNumber),
    all.signature,
    all.issuer,
    encodeSequence(all.notBefore, all.notAfter),
    all.subject,
    all.spki,
    ...all.uniqueIds,
    ...(extensions === null ? [] : [encodeExplicit(3, encodeSequence(...extensions))]),
  );
}

/** The certificate of a server (serverAuth, one dNSName, EC key), with these changes. */
export function certificate(parts: CertificateParts = {}): Uint8Array {
  return signedObject(tbs(parts), parts.signatureAlgorithm ?? parts.signature ?? ED25519, parts.signatureValue);
}

/** The certificate of a subordinate CA, with these changes. */
export function caCertificate(parts: CertificateParts = {}): Uint8Array {
  return certificate({ ...CA, ...parts });
}

/** A self-signed CA certificate, with these changes. Its signature is true. */
export function rootCertificate(parts: CertificateParts = {}): Uint8Array {
  return certificate({ ...ROOT, ...parts });
}

export interface RequestParts {
  readonly version?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly spki?: Uint8Array;
  /** Extension elements of the one extensionRequest; `null`: no such attribute. */
  readonly extensions?: readonly Uint8Array[] | null;
  /** Attribute elements in place of the extensionRequest; `null` leaves `[0]` out. Their order is put right. */
  readonly attributes?: readonly Uint8Array[] | null;
  readonly signatureAlgorithm?: Uint8Array;
  readonly signatureValue?: Uint8Array;
}

/** An extensionRequest with one value for each list. */
export function extensionRequest(...lists: readonly (readonly Uint8Array[])[]): Uint8Array {
  const values = lists.map((list) => encodeSequence(...list));
  return encodeSequence(encodeOid('1.2.840.113549.1.9.14'), encodeSetOf(...values));
}

/** A request of a server, with these changes. Its signature is true, by an Ed25519 key. */
export function csr(parts: RequestParts = {}): Uint8Array {
  const { extensions = [ext.keyUsage(['digitalSignature']), ext.san([general.dns('example.org')])] } = parts;
  const { attributes = extensions === null ? [] : [extensionRequest(extensions)] } = parts;
  const info = encodeSequence(
    parts.version ?? encodeInteger(0),
    parts.subject ?? LEAF_NAME,
    parts.spki ?? ed25519Spki,
    ...(attributes === null ? [] : [encodeElement(0xa0, ...encodeSetContent(attributes))]),
  );
  return signedObject(info, parts.signatureAlgorithm ?? ED25519, parts.signatureValue);
}

function encodeSetContent(elements: readonly Uint8Array[]): Uint8Array[] {
  return [...elements].sort((a, b) => Buffer.compare(a, b));
}

export interface CrlParts {
  /** `null` leaves it out: v1. Default v2. */
  readonly version?: Uint8Array | null;
  readonly signature?: Uint8Array;
  readonly issuer?: Uint8Array;
  readonly thisUpdate?: Uint8Array;
  /** `null` leaves it out. */
  readonly nextUpdate?: Uint8Array | null;
  /** Entries: see `revoked`; `null` leaves the list out. */
  readonly revoked?: readonly Uint8Array[] | null;
  /** `null` leaves `[0]` out. */
  readonly extensions?: readonly Uint8Array[] | null;
  /** Extensions behind those of `extensions` or of the default. */
  readonly more?: readonly Uint8Array[];
  readonly signatureAlgorithm?: Uint8Array;
  readonly signatureValue?: Uint8Array;
}

/** An entry of a CRL; without `extensions` it has no such field. */
export function revoked(
  serialNumber: Uint8Array = hex('11'),
  date: Uint8Array = time('2024-06-01T12:30:45Z'),
  extensions: readonly Uint8Array[] | null = [ext.reason(1)],
): Uint8Array {
  const fields = [encodeElement(Tag.INTEGER, serialNumber), date];
  return encodeSequence(...fields, ...(extensions === null ? [] : [encodeSequence(...extensions)]));
}

/** A CRL with one entry, with these changes. */
export function crl(parts: CrlParts = {}): Uint8Array {
  const { version = encodeInteger(1), nextUpdate = time('2024-06-10T09:41:17Z') } = parts;
  const { revoked: entries = [revoked()], extensions = [ext.aki(), ext.crlNumber(7)] } = parts;
  const list = extensions === null ? null : [...extensions, ...(parts.more ?? [])];
  const tbsCertList = encodeSequence(
    ...(version === null ? [] : [version]),
    parts.signature ?? ED25519,
    parts.issuer ?? CA_NAME,
    parts.thisUpdate ?? time('2024-06-03T09:41:17Z'),
    ...(nextUpdate === null ? [] : [nextUpdate]),
    ...(entries === null ? [] : [encodeSequence(...entries)]),
    ...(list === null ? [] : [encodeExplicit(0, encodeSequence(...list))]),
  );
  return signedObject(tbsCertList, parts.signatureAlgorithm ?? parts.signature ?? ED25519, parts.signatureValue);
}

function signedObject(content: Uint8Array, algorithm: Uint8Array, value?: Uint8Array): Uint8Array {
  const signature = value ?? (Buffer.compare(algorithm, ED25519) === 0 ? signEd25519(content) : new Uint8Array(64));
  return encodeSequence(content, algorithm, encodeBitString(signature));
}
