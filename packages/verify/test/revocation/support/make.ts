import { createHash } from 'node:crypto';
import {
  algorithmOf,
  certificateOf,
  type ExtensionParts,
  ecPair,
  extension,
  nameOf,
  type Pair,
  signed,
  type TbsParts,
} from '@quorate/certificates';
import {
  type DerTime,
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNamedBits,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  encodeUtf8String,
  Tag,
} from '@quorate/der';

/** CRLs and OCSP responses made by hand, free to be wrong. */

const DIGEST = 'sha256';
export const NOW = '2024-06-15T12:00:00Z';

export const utc = (iso: string): DerTime => ({ type: 'UTCTime', seconds: Date.parse(iso) / 1000 });
const generalized = (iso: string): DerTime => ({ type: 'GeneralizedTime', seconds: Date.parse(iso) / 1000 });

export const caName: Uint8Array = nameOf(['2.5.4.10', 'Quorate Test'], ['2.5.4.3', 'Issuing CA']);
export const otherName: Uint8Array = nameOf(['2.5.4.10', 'Quorate Test'], ['2.5.4.3', 'CRL Issuer']);
export const caKey: Pair = ecPair();
export const otherKey: Pair = ecPair();

/** What is special about a certificate; the rest is that of a good one by the CA. */
export function certificate(parts: Partial<TbsParts> = {}, key: Pair = caKey): Uint8Array {
  const plain: TbsParts = {
    version: 2,
    serialNumber: Uint8Array.of(0x11),
    digest: DIGEST,
    issuer: caName,
    notBefore: utc('2024-01-01T00:00:00Z'),
    notAfter: utc('2025-01-01T00:00:00Z'),
    subject: nameOf(['2.5.4.3', 'Subject']),
    spki: otherKey.spki,
    extensions: [],
  };
  return certificateOf({ ...plain, ...parts }, key);
}

export const caExtensions: readonly ExtensionParts[] = [
  extension.basicConstraints(true, null),
  extension.keyUsage([5, 6]),
];
export const ca: Uint8Array = certificate({ subject: caName, spki: caKey.spki, extensions: caExtensions });
/** Another CRL issuer with a key of its own. */
export const other: Uint8Array = certificate({ subject: otherName, extensions: caExtensions });

const ext = (oid: string, critical: boolean, value: Uint8Array): ExtensionParts => ({ oid, critical, value });

export const list = (extensions: readonly ExtensionParts[]): Uint8Array =>
  encodeSequence(
    ...extensions.map(({ oid, critical, value }) =>
      encodeSequence(encodeOid(oid), ...(critical === true ? [encodeBoolean(true)] : []), encodeOctetString(value)),
    ),
  );

/** A distribution point name: URIs as fullName. */
export const uris = (...names: readonly string[]): Uint8Array =>
  encodeElement(0xa0, encodeElement(0xa0, ...names.map((name) => encodeElement(0x86, new TextEncoder().encode(name)))));
/** The same of directory names. */
export const directoryNames = (...names: readonly Uint8Array[]): Uint8Array =>
  encodeElement(0xa0, encodeElement(0xa0, ...names.map((name) => encodeElement(0xa4, name))));
/** nameRelativeToCRLIssuer with a common name. */
export const relative = (text: string): Uint8Array =>
  encodeElement(0xa0, encodeElement(0xa1, encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String(text))));

const bits = (tag: number, set: readonly number[]): Uint8Array => {
  const element = encodeNamedBits(set);
  return Uint8Array.of(tag, ...element.subarray(1));
};
const flag = (number: number): Uint8Array => Uint8Array.of(0x80 | number, 1, 0xff);

export interface Idp {
  readonly name?: Uint8Array;
  readonly users?: boolean;
  readonly cas?: boolean;
  readonly reasons?: readonly number[];
  readonly indirect?: boolean;
  readonly attributes?: boolean;
}

export function idp(parts: Idp): ExtensionParts {
  const fields = [
    ...(parts.name === undefined ? [] : [parts.name]),
    ...(parts.users === true ? [flag(1)] : []),
    ...(parts.cas === true ? [flag(2)] : []),
    ...(parts.reasons === undefined ? [] : [bits(0x83, parts.reasons)]),
    ...(parts.indirect === true ? [flag(4)] : []),
    ...(parts.attributes === true ? [flag(5)] : []),
  ];
  return ext('2.5.29.28', true, encodeSequence(...fields));
}

export interface Point {
  readonly name?: Uint8Array;
  readonly reasons?: readonly number[];
  readonly issuer?: Uint8Array;
}

export function points(...all: readonly Point[]): ExtensionParts {
  const encoded = all.map(({ name, reasons, issuer }) =>
    encodeSequence(
      ...(name === undefined ? [] : [name]),
      ...(reasons === undefined ? [] : [bits(0x81, reasons)]),
      ...(issuer === undefined ? [] : [encodeElement(0xa2, encodeElement(0xa4, issuer))]),
    ),
  );
  return ext('2.5.29.31', false, encodeSequence(...encoded));
}

export const crlNumber = (number: number): ExtensionParts => ext('2.5.29.20', false, encodeInteger(number));
export const deltaOf = (base: number): ExtensionParts => ext('2.5.29.27', true, encodeInteger(base));
export const keyIdentifier = (octet: number): ExtensionParts => extension.authorityKeyIdentifier(Uint8Array.of(octet));
export const reason = (code: number): ExtensionParts => ext('2.5.29.21', false, Uint8Array.of(Tag.ENUMERATED, 1, code));
export const certificateIssuer = (name: Uint8Array): ExtensionParts =>
  ext('2.5.29.29', true, encodeSequence(encodeElement(0xa4, name)));
export const unknown = (critical: boolean): ExtensionParts => ext('1.2.3.4', critical, Uint8Array.of(5, 0));

export interface Entry {
  /** Content octets. */
  readonly serialNumber?: Uint8Array;
  readonly date?: string;
  readonly extensions?: readonly ExtensionParts[];
}

/** An entry; without more, one about the plain certificate. */
export function entry({ serialNumber, date, extensions = [] }: Entry = {}): Uint8Array {
  return encodeSequence(
    encodeElement(Tag.INTEGER, serialNumber ?? Uint8Array.of(0x11)),
    encodeTime(utc(date ?? '2024-05-01T00:00:00Z')),
    ...(extensions.length === 0 ? [] : [list(extensions)]),
  );
}

export interface CrlParts {
  readonly issuer?: Uint8Array;
  readonly thisUpdate?: string;
  /** `null`: none. */
  readonly nextUpdate?: string | null;
  readonly entries?: readonly Uint8Array[];
  readonly extensions?: readonly ExtensionParts[];
  readonly version?: 1 | 2;
}

export function crl(parts: CrlParts = {}, key: Pair = caKey): Uint8Array {
  const { entries = [], extensions = [], nextUpdate = '2024-07-01T00:00:00Z' } = parts;
  const tbs = encodeSequence(
    ...(parts.version === 1 ? [] : [encodeInteger(1)]),
    algorithmOf(key, DIGEST),
    parts.issuer ?? caName,
    encodeTime(utc(parts.thisUpdate ?? '2024-06-01T00:00:00Z')),
    ...(nextUpdate === null ? [] : [encodeTime(utc(nextUpdate))]),
    ...(entries.length === 0 ? [] : [encodeElement(Tag.SEQUENCE, Uint8Array.from(Buffer.concat(entries)))]),
    ...(extensions.length === 0 ? [] : [encodeExplicit(0, list(extensions))]),
  );
  return signed(tbs, DIGEST, key);
}

const hash = (algorithm: string, data: Uint8Array): Uint8Array =>
  Uint8Array.from(createHash(algorithm).update(data).digest());
/** The point of a P-256 key. */
const keyBits = (spki: Uint8Array): Uint8Array => spki.subarray(spki.length - 65);

const HASHES: Readonly<Record<string, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  md5: '1.2.840.113549.2.5',
};

export interface Single {
  readonly status?: 'good' | 'unknown' | { readonly date?: string; readonly reason?: number };
  readonly hash?: string;
  readonly issuer?: Uint8Array;
  readonly issuerKey?: Uint8Array;
  readonly serialNumber?: Uint8Array;
  readonly thisUpdate?: string;
  readonly nextUpdate?: string | null;
  readonly extensions?: readonly ExtensionParts[];
}

export function single(parts: Single = {}): Uint8Array {
  const { status = 'good', nextUpdate = '2024-06-20T00:00:00Z', extensions = [] } = parts;
  const name = parts.hash ?? 'sha1';
  const certId = encodeSequence(
    encodeSequence(encodeOid(HASHES[name] ?? ''), encodeElement(Tag.NULL)),
    encodeOctetString(hash(name, parts.issuer ?? caName)),
    encodeOctetString(hash(name, keyBits(parts.issuerKey ?? caKey.spki))),
    encodeElement(Tag.INTEGER, parts.serialNumber ?? Uint8Array.of(0x11)),
  );
  return encodeSequence(
    certId,
    statusOf(status),
    encodeTime(generalized(parts.thisUpdate ?? '2024-06-10T00:00:00Z')),
    ...(nextUpdate === null ? [] : [encodeExplicit(0, encodeTime(generalized(nextUpdate)))]),
    ...(extensions.length === 0 ? [] : [encodeExplicit(1, list(extensions))]),
  );
}

function statusOf(status: NonNullable<Single['status']>): Uint8Array {
  if (status === 'good') return Uint8Array.of(0x80, 0);
  if (status === 'unknown') return Uint8Array.of(0x82, 0);
  const { date = '2024-05-01T00:00:00Z', reason: code } = status;
  const why = code === undefined ? [] : [encodeExplicit(0, Uint8Array.of(Tag.ENUMERATED, 1, code))];
  return encodeElement(0xa1, encodeTime(generalized(date)), ...why);
}

export interface OcspParts {
  /** A name, or an SPKI whose key hash stands there. Default: the CA's name. */
  readonly responder?: { readonly name: Uint8Array } | { readonly spki: Uint8Array };
  readonly producedAt?: string;
  readonly singles?: readonly Uint8Array[];
  readonly extensions?: readonly ExtensionParts[];
  readonly certificates?: readonly Uint8Array[];
}

export function ocsp(parts: OcspParts = {}, key: Pair = caKey): Uint8Array {
  const { responder = { name: caName }, singles = [single()], extensions = [], certificates = [] } = parts;
  const id =
    'name' in responder
      ? encodeExplicit(1, responder.name)
      : encodeExplicit(2, encodeOctetString(hash('sha1', keyBits(responder.spki))));
  const data = encodeSequence(
    id,
    encodeTime(generalized(parts.producedAt ?? '2024-06-10T00:00:00Z')),
    encodeSequence(...singles),
    ...(extensions.length === 0 ? [] : [encodeExplicit(1, list(extensions))]),
  );
  const [tbs, algorithm, signature] = partsOf(signed(data, DIGEST, key));
  const basic = encodeSequence(
    tbs,
    algorithm,
    signature,
    ...(certificates.length === 0 ? [] : [encodeExplicit(0, encodeSequence(...certificates))]),
  );
  const bytes = encodeSequence(encodeOid('1.3.6.1.5.5.7.48.1.1'), encodeOctetString(basic));
  return encodeSequence(Uint8Array.of(Tag.ENUMERATED, 1, 0), encodeExplicit(0, bytes));
}

/** The three parts of something signed. */
function partsOf(whole: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const headerOf = (at: number): number =>
    (whole[at + 1] as number) < 0x80 ? 2 : 2 + ((whole[at + 1] as number) & 0x7f);
  const lengthOf = (at: number): number => {
    const header = headerOf(at);
    if (header === 2) return 2 + (whole[at + 1] as number);
    return header + whole.subarray(at + 2, at + header).reduce((sum, octet) => sum * 256 + octet, 0);
  };
  const first = headerOf(0);
  const second = first + lengthOf(first);
  const third = second + lengthOf(second);
  return [whole.subarray(first, second), whole.subarray(second, third), whole.subarray(third)];
}

/** A certificate of a responder to which the CA has delegated. */
export const responderName: Uint8Array = nameOf(['2.5.4.3', 'Responder']);
export const noCheck: ExtensionParts = ext('1.3.6.1.5.5.7.48.1.5', false, encodeElement(Tag.NULL));
export const ocspSigning: ExtensionParts = extension.extKeyUsage(['1.3.6.1.5.5.7.3.9']);
export function responder(parts: Partial<TbsParts> = {}, key: Pair = caKey): Uint8Array {
  return certificate(
    { subject: responderName, serialNumber: Uint8Array.of(0x22), extensions: [ocspSigning, noCheck], ...parts },
    key,
  );
}
