import {
  contextConstructed,
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';
import {
  type CertificateList,
  type CertificateListExtensions,
  certificateListExtensions,
  type Extension,
  parseCertificateList,
  type RevokedCertificate,
  revokedCertificates,
} from '../../src/index.ts';
import { algorithm, extensionOf, nameOf } from '../extensions/support.ts';

export const THIS_UPDATE = 1_700_000_000;
export const NEXT_UPDATE = 1_702_592_000;
export const utc = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });
export const generalized = (seconds: number): Uint8Array => encodeTime({ type: 'GeneralizedTime', seconds });

/** The parts of a TBSCertList in their order; an empty part is left out. */
export interface Parts {
  readonly version: Uint8Array;
  readonly signature: Uint8Array;
  readonly issuer: Uint8Array;
  readonly thisUpdate: Uint8Array;
  readonly nextUpdate: Uint8Array;
  readonly revoked: Uint8Array;
  readonly extensions: Uint8Array;
}

export const nothing: Uint8Array = new Uint8Array(0);
export const extensionsOf = (...list: readonly Uint8Array[]): Uint8Array =>
  encodeElement(contextConstructed(0), encodeSequence(...list));
export const entry = (serial: number | bigint, ...extensions: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(
    encodeInteger(serial),
    utc(THIS_UPDATE - 60),
    ...(extensions.length === 0 ? [] : [encodeSequence(...extensions)]),
  );
export const enumerated = (code: number): Uint8Array => encodeElement(Tag.ENUMERATED, Uint8Array.of(code));
export const reason = (code: number, critical = false): Uint8Array =>
  extensionOf('2.5.29.21', enumerated(code), critical);

export const plain: Parts = {
  version: encodeInteger(1),
  signature: algorithm,
  issuer: nameOf('issuer'),
  thisUpdate: utc(THIS_UPDATE),
  nextUpdate: utc(NEXT_UPDATE),
  revoked: encodeSequence(entry(5), entry(7, reason(1))),
  extensions: extensionsOf(extensionOf('2.5.29.20', encodeInteger(9))),
};

export function listOf(parts: Partial<Parts> = {}): Uint8Array {
  const tbs = encodeSequence(...Object.values({ ...plain, ...parts }));
  return encodeSequence(tbs, algorithm, encodeBitString(Uint8Array.of(1, 2, 3)));
}

export const read = (parts: Partial<Parts> = {}): CertificateList => parseCertificateList(listOf(parts));

/** The extensions of a CRL that has this one. */
export function decodedInList(oid: string, value: Uint8Array, critical = false): CertificateListExtensions {
  return certificateListExtensions(read({ extensions: extensionsOf(extensionOf(oid, value, critical)) }));
}

/** Extensions in DER, of what was read of them. */
export function encodedExtensions(extensions: readonly Extension[]): Uint8Array {
  return encodeSequence(
    ...extensions.map(({ oid, critical, value }) =>
      encodeSequence(encodeOid(oid), ...(critical ? [encodeBoolean(true)] : []), encodeOctetString(value)),
    ),
  );
}

export function encodedEntry({ serialNumber, revocationDate, extensions }: RevokedCertificate): Uint8Array {
  return encodeSequence(
    encodeElement(Tag.INTEGER, serialNumber),
    encodeTime(revocationDate),
    ...(extensions.length === 0 ? [] : [encodedExtensions(extensions)]),
  );
}

/** A CRL in DER, of what was read of it. */
export function encodedList(list: CertificateList): Uint8Array {
  const tbs = encodeSequence(
    ...(list.version === 2 ? [encodeInteger(1)] : []),
    list.signatureAlgorithm,
    list.issuer.bytes,
    encodeTime(list.thisUpdate),
    ...(list.nextUpdate === null ? [] : [encodeTime(list.nextUpdate)]),
    ...(list.revoked === null ? [] : [encodeSequence(...[...revokedCertificates(list)].map(encodedEntry))]),
    ...(list.extensions.length === 0 ? [] : [encodeElement(0xa0, encodedExtensions(list.extensions))]),
  );
  return encodeSequence(tbs, list.signatureAlgorithm, encodeBitString(list.signature));
}
