import type { WithAlgorithms } from './algorithm-support.ts';
import { BLS_KEY_OID } from './bls-encoding.ts';
import { readBlsKey } from './bls-key.ts';
import type { KeyReader } from './key-reader.ts';
import type { PublicKey } from './public-key.ts';
import { certificateKeyReaders, readPublicKey } from './read-public-key.ts';

const readers: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>([
  ...certificateKeyReaders,
  [BLS_KEY_OID, readBlsKey],
]);

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) and refuses it unless it can be used: strict DER, the parameters that
 * the algorithm demands (RFC 3279, 4055, 5480, 8410), and a key that is valid in itself.
 *
 * Refused: RSA moduli that are even or outside 1024 to 16,384 bits, exponents that are even, below 3, above 256 bits or
 * not below the modulus; EC points off the curve, at infinity, in hybrid form; explicit or missing curve parameters;
 * Edwards points that are not canonical or outside the prime-order subgroup; DSA values outside their group; BLS points
 * outside their subgroup. Not decided: whether an RSA modulus is a product of two primes, whether DSA's p and q are
 * prime.
 *
 * @param spki at most 16 KiB; kept, not copied
 * @param options `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`
 * @throws CryptoError any code that starts with `key-` or `curve-`; for the parameters of an id-RSASSA-PSS key also
 *   `algorithm-parameters` and `algorithm-unsupported`
 */
export function parsePublicKey(spki: Uint8Array, options: WithAlgorithms = {}): PublicKey {
  return readPublicKey(spki, readers, options);
}
