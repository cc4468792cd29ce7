import { readSequence } from '@quorate/der';

/** The content of the BIT STRING in a SubjectPublicKeyInfo, without the octet that counts unused bits. */
export function keyBits(spki: Uint8Array): Uint8Array {
  return readSequence(spki, (fields) => {
    fields.element();
    return fields.bitStringBytes();
  });
}
