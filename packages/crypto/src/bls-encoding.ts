import { encodeBitString, encodeOid, encodeSequence } from '@quorate/der';

/**
 * The identifier that the REST interface gives for BLS keys (SKA.md 3.8, documented). No key of this kind from an HSM
 * is public, so the rest of the encoding is inferred: the curve's identifier, when present, is that of other software
 * which uses this arc; the point is compressed as in the IETF's BLS signature draft; its size tells the group.
 */
export const BLS_KEY_OID = '1.3.6.1.4.1.44668.5.3.1.1';

/** A SubjectPublicKeyInfo without parameters, as `readBlsKey` takes it. */
export function encodeBlsKey(point: Uint8Array): Uint8Array {
  return encodeSequence(encodeSequence(encodeOid(BLS_KEY_OID)), encodeBitString(point));
}
