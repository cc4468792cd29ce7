import { encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { spkiOf } from './keys.ts';

/** Primes of 1024 bits, the first two neighbours. */
export const primes: { readonly first: bigint; readonly next: bigint; readonly far: bigint; readonly long: bigint } = {
  first: (3n << 1022n) + 1037n,
  next: (3n << 1022n) + 1697n,
  far: (7n << 1021n) + 309n,
  /** Of 1026 bits. */
  long: (3n << 1024n) + 515n,
};

/** rsaEncryption with these numbers, right or wrong. */
export function rsaOf(modulus: bigint, exponent: bigint = 65537n): Uint8Array {
  return rsaWith(encodeInteger(modulus), encodeInteger(exponent));
}

/** rsaEncryption with these elements in its RSAPublicKey. */
export function rsaWith(...fields: readonly Uint8Array[]): Uint8Array {
  return spkiOf(encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull()), encodeSequence(...fields));
}
