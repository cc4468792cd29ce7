import { invert, pow } from '@noble/curves/abstract/modular.js';
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js';
import { digest } from './digest.ts';
import type { DsaParameters } from './public-key.ts';
import { type RsSignature, readRsSignature, splitRsSignature } from './rs-signature.ts';
import { bitLength } from './rsa-key.ts';
import type { SignatureScheme } from './scheme.ts';

/** DSA (FIPS 186-4, 4.7) with the signature in DER. */
export const dsaScheme: SignatureScheme = {
  name: 'DSA',
  prepare({ algorithm, key, data, signature }) {
    const digestName = algorithm.digest;
    if (key.type !== 'dsa' || digestName === null) return 'key-mismatch';
    const { parameters, y } = key;
    if (parameters === null) return 'key-parameters';
    const { q } = parameters;
    const rawSignature = readRsSignature(signature, numberToBytesBE(q, bitLength(q) / 8));
    if (rawSignature === null) return 'signature-malformed';
    return {
      rawSignature,
      verify: () => dsaMatches(parameters, y, splitRsSignature(rawSignature), digest(digestName, data)),
    };
  },
};

function dsaMatches({ p, q, g }: DsaParameters, y: bigint, { r, s }: RsSignature, hash: Uint8Array): boolean {
  // The leftmost bits of the digest, as many as q has: a whole number of octets for every q that is taken.
  const z = bytesToNumberBE(hash.subarray(0, bitLength(q) / 8));
  const w = inverse(s, q);
  return w !== null && ((pow(g, (z * w) % q, p) * pow(y, (r * w) % q, p)) % p) % q === r;
}

/** The inverse modulo q, or `null`: whoever made q no prime, which nobody looked for, has values without one. */
function inverse(value: bigint, q: bigint): bigint | null {
  try {
    return invert(value, q);
  } catch {
    return null;
  }
}
