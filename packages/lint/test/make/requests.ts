import { encodeBitString, encodeElement, encodeInteger, encodeOid, encodeSequence } from '@quorate/der';
import { ED25519, ed25519Spki, signEd25519 } from './keys.ts';
import { LEAF_NAME } from './objects.ts';

/** An attribute of a request, its values in the order given. */
export function requestAttribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return encodeSequence(encodeOid(type), encodeElement(0x31, ...values));
}

/** A request whose attributes keep their order, with a true signature. */
export function requestOf(...attributes: readonly Uint8Array[]): Uint8Array {
  const info = encodeSequence(encodeInteger(0), LEAF_NAME, ed25519Spki, encodeElement(0xa0, ...attributes));
  return encodeSequence(info, ED25519, encodeBitString(signEd25519(info)));
}
