import { encodeSignatureAlgorithm } from '@quorate/crypto';
import {
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
} from '@quorate/der';
import { assembleCsr, buildCsrInfo, type CsrProfile } from '../../src/index.ts';
import { signed, type TestKey } from './keys.ts';
import { nameOf } from './profiles.ts';

/** A certification request made here and signed by node:crypto. */
export function csrOf(key: TestKey, profile: CsrProfile): Uint8Array {
  const info = buildCsrInfo({ profile, publicKey: key.spki });
  return assembleCsr({ info, algorithm: key.algorithm, signature: signed(info, key) });
}

/** An Extension, written by hand. */
export function extension(oid: string, value: Uint8Array): Uint8Array {
  return encodeSequence(encodeOid(oid), encodeOctetString(value));
}

/** An attribute, written by hand. */
export function attribute(oid: string, ...values: readonly Uint8Array[]): Uint8Array {
  return encodeSequence(encodeOid(oid), encodeElement(0x31, ...values));
}

/** A certification request with whatever attributes, written by hand and signed by node:crypto. */
export function rawCsr(key: TestKey, attributes: readonly Uint8Array[], subject?: Uint8Array): Uint8Array {
  const set = encodeSetOf(...attributes);
  set[0] = 0xa0;
  const info = encodeSequence(encodeInteger(0), subject ?? nameOf('2.5.4.3', 0x0c, 'asked for'), key.spki, set);
  return encodeSequence(info, encodeSignatureAlgorithm(key.algorithm), encodeBitString(signed(info, key)));
}

/** The attribute extensionRequest (RFC 2985, 5.4.2). */
export function extensionRequest(...extensions: readonly Uint8Array[]): Uint8Array {
  return attribute('1.2.840.113549.1.9.14', encodeSequence(...extensions));
}
