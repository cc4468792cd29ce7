import {
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
  Tag,
} from '@quorate/der';

const name = encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('test'))));
const time = (digits: string): Uint8Array => encodeElement(Tag.UTC_TIME, new TextEncoder().encode(digits));

/** The TBSCertificate of a version 1 certificate: the smallest thing in which OpenSSL reads an AlgorithmIdentifier. */
export function tbsCertificate(algorithm: Uint8Array, spki: Uint8Array): Uint8Array {
  const validity = encodeSequence(time('240101000000Z'), time('340101000000Z'));
  return encodeSequence(encodeInteger(1), algorithm, name, validity, name, spki);
}

export function certificate(tbs: Uint8Array, algorithm: Uint8Array, signature: Uint8Array): Uint8Array {
  return encodeSequence(tbs, algorithm, encodeBitString(signature));
}
