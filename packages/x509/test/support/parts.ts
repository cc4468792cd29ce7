import { generateKeyPairSync, sign } from 'node:crypto';
import {
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
} from '@quorate/der';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
export const spki: Uint8Array = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));

export const ecdsa: Uint8Array = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));

export const attribute = (type: string, value: Uint8Array): Uint8Array => encodeSequence(encodeOid(type), value);

/** A Name of one attribute an RDN. */
export function nameOf(...attributes: readonly Uint8Array[]): Uint8Array {
  return encodeSequence(...attributes.map((each) => encodeSetOf(each)));
}

export const commonName = (text: string): Uint8Array => attribute('2.5.4.3', encodeUtf8String(text));

/** One extension; `critical` as it is to be written, `false` being what DER leaves out. */
export function extension(oid: string, critical: boolean | null, content: Uint8Array): Uint8Array {
  const flag = critical === null ? [] : [encodeBoolean(critical)];
  return encodeSequence(encodeOid(oid), ...flag, encodeOctetString(content));
}

export const extensionsOf = (...list: readonly Uint8Array[]): Uint8Array => encodeExplicit(3, encodeSequence(...list));
export const uniqueId = (number: 1 | 2): Uint8Array => encodeElement(0x80 | number, Uint8Array.of(0, 0xab));

/** The parts of a TBSCertificate, in their order; an empty part is left out. */
export interface Parts {
  readonly version: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly signature: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly subject: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly rest: readonly Uint8Array[];
}

export const version = (number: number): Uint8Array => encodeExplicit(0, encodeInteger(number));

/** Version 1, which is told by no version at all. */
export const plain: Parts = {
  version: new Uint8Array(0),
  serialNumber: encodeInteger(5),
  signature: ecdsa,
  issuer: nameOf(commonName('Root')),
  validity: encodeSequence(
    encodeTime({ type: 'UTCTime', seconds: 1_577_836_800 }),
    encodeTime({ type: 'GeneralizedTime', seconds: 2_556_144_000 }),
  ),
  subject: nameOf(attribute('2.5.4.6', encodeElement(0x13, new TextEncoder().encode('CH'))), commonName('Leaf')),
  publicKey: spki,
  rest: [],
};

/** A certificate of these parts, signed with a P-256 key of its own. */
export function certificate(changes: Partial<Parts> = {}, outer: Uint8Array = ecdsa): Uint8Array {
  const parts: Parts = { ...plain, ...changes };
  const tbs = encodeSequence(
    parts.version,
    parts.serialNumber,
    parts.signature,
    parts.issuer,
    parts.validity,
    parts.subject,
    parts.publicKey,
    ...parts.rest,
  );
  return encodeSequence(tbs, outer, encodeBitString(Uint8Array.from(sign('sha256', tbs, privateKey))));
}
