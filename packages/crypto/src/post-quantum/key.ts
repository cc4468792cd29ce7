import { encodeBitString, encodeOid, encodeSequence } from '@quorate/der';
import { CryptoError } from '../error.ts';
import type { KeyReader } from '../key-reader.ts';
import { keyTypeOf, type ParameterSet } from './parameter-set.ts';

/**
 * Reads keys of one parameter set: parameters absent (RFC 9881, 2; RFC 9909, 3), the encoded key by itself in the BIT
 * STRING. Of that size every octet string encodes a key, so nothing more can be checked.
 */
export function keyReaderOf(set: ParameterSet): KeyReader {
  return (spki, { parameters }, encoded) => {
    if (parameters !== null) {
      throw new CryptoError('key-malformed', { subject: `${set.name} parameters`, offset: parameters.start });
    }
    if (encoded.length !== set.publicKeySize) {
      throw new CryptoError('key-malformed', { subject: `${set.name} key of ${encoded.length} octets` });
    }
    return { type: keyTypeOf(set), parameterSet: set.name, spki, encoded };
  };
}

/** The SubjectPublicKeyInfo of an encoded key. */
export function encodePostQuantumKey({ oid }: ParameterSet, encoded: Uint8Array): Uint8Array {
  return encodeSequence(encodeSequence(encodeOid(oid)), encodeBitString(encoded));
}
