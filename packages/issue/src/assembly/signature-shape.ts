import type { PublicKey } from '@quorate/crypto';
import { DerError, readSequence } from '@quorate/der';
import { integerSize } from './other-forms.ts';

/** Which keys make signatures that look like these bytes. */
export interface SignatureShape {
  readonly words: string;
  /** Whether the key in question is one of them. */
  readonly own: boolean;
}

const FIXED: ReadonlyMap<number, string> = new Map([
  [64, '64 octets, as Ed25519 makes, or r and s of 256 bits joined'],
  [96, '96 octets, as r and s of 384 bits joined'],
  [114, '114 octets, as Ed448 makes'],
  [132, '132 octets, as r and s of 521 bits joined'],
]);

/**
 * What a byte string looks like that is no signature of this key's kind and size; `null` when it looks like no signature
 * at all, as one that was cut short.
 */
export function signatureShape(signature: Uint8Array, key: PublicKey): SignatureShape | null {
  const { length } = signature;
  const pair = integerPair(signature);
  // In range it would be well formed: out of range it is of a larger curve or group.
  if (pair !== null) return { words: `two integers of ${pair} octets at most, in DER`, own: false };
  const size = integerSize(key);
  if (size !== null && length === 2 * size) {
    return { words: `${length} octets, which do not verify as r and s joined either`, own: true };
  }
  const fixed = FIXED.get(length);
  if (fixed !== undefined) {
    const own = (key.type === 'ed25519' && length === 64) || (key.type === 'ed448' && length === 114);
    return { words: fixed, own };
  }
  // As many octets as the modulus and yet no signature: a number that is not below the modulus.
  if (key.type === 'rsa' && length === Math.ceil(key.bits / 8)) {
    return { words: `${length} octets, a number not below the modulus`, own: false };
  }
  if (length >= 128 && length <= 2048 && length % 64 === 0) {
    return { words: `${length} octets, as RSA ${8 * length} makes`, own: false };
  }
  return null;
}

/** The octets of the longer of two positive INTEGERs in a SEQUENCE, or `null` for anything else. */
function integerPair(signature: Uint8Array): number | null {
  try {
    return readSequence(signature, (fields) => {
      const pair = [fields.integer(), fields.integer()];
      if (pair.some((integer) => integer <= 0n)) return null;
      return Math.max(...pair.map((integer) => Math.ceil(integer.toString(16).length / 2)));
    });
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
