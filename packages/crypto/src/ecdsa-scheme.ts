import { bytesToNumberBE } from '@noble/curves/utils.js';
import { type Curve, curves } from './curve.ts';
import { digest } from './digest.ts';
import { type RsSignature, readRsSignature, splitRsSignature } from './rs-signature.ts';
import type { SignatureScheme } from './scheme.ts';

/** ECDSA (FIPS 186-5, 6.4.2) with the signature in DER, any digest with any curve, high `s` accepted. */
export const ecdsaScheme: SignatureScheme = {
  name: 'ECDSA',
  prepare({ algorithm, key, data, signature }) {
    const digestName = algorithm.digest;
    if (key.type !== 'ec' || digestName === null) return 'key-mismatch';
    const curve = curves[key.curve];
    const rawSignature = readRsSignature(signature, curve.orderOctets);
    if (rawSignature === null) return 'signature-malformed';
    return {
      rawSignature,
      verify: () => ecdsaMatches(curve, key.point, splitRsSignature(rawSignature), digest(digestName, data)),
    };
  },
};

/** FIPS 186-5, 6.4.2, from step 3 on: R = [e/s]G + [r/s]Q is not at infinity, and its x is r modulo n. */
function ecdsaMatches({ Point }: Curve, point: Uint8Array, { r, s }: RsSignature, hash: Uint8Array): boolean {
  const { BASE, Fn } = Point;
  const e = Fn.create(leftmostBits(hash, Fn.BITS));
  const inverse = Fn.inv(s);
  const R = BASE.mulAddUnsafe(Fn.mul(e, inverse), Point.fromBytes(point), Fn.mul(r, inverse));
  return !R.is0() && Fn.create(R.x) === r;
}

/** The integer that the first `bits` bits of a digest are, or all of them when it is shorter. */
function leftmostBits(hash: Uint8Array, bits: number): bigint {
  const surplus = 8 * hash.length - bits;
  const value = bytesToNumberBE(hash);
  return surplus > 0 ? value >> BigInt(surplus) : value;
}
