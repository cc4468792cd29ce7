import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import type { EdwardsPoint } from '@noble/curves/abstract/edwards.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { type EdwardsCurve, edwardsCurves } from './edwards-curve.ts';
import type { SignatureScheme } from './scheme.ts';

/**
 * Ed25519 and Ed448 (RFC 8032, 5.1.7, 5.2.7), pure, without context. S below the group order; R canonical and without a
 * small-order part. Honest signers make no other R, and without it (and with keys as `parsePublicKey` takes them) the
 * equation with the cofactor and that without agree, so every verifier gives one answer.
 */
export const eddsaScheme: SignatureScheme = {
  name: 'EdDSA',
  prepare({ algorithm, key, data, signature }) {
    if ((key.type !== 'ed25519' && key.type !== 'ed448') || !algorithm.keyTypes.includes(key.type)) {
      return 'key-mismatch';
    }
    const curve = edwardsCurves[key.type];
    if (signature.length !== 2 * curve.size) return 'signature-malformed';
    const S = bytesToNumberLE(signature.subarray(curve.size));
    if (S >= curve.Point.Fn.ORDER) return 'signature-malformed';
    const encodedR = signature.subarray(0, curve.size);
    const R = torsionFreePoint(curve, encodedR);
    if (R === null) return 'signature-malformed';
    return {
      rawSignature: signature,
      verify: () => eddsaMatches(curve, key.point, R, S, curve.challenge(encodedR, key.point, data)),
    };
  },
};

/** RFC 8032, 5.1.7 and 5.2.7, step 3: [h][S]B = [h]R + [h][k]A, h the cofactor. */
function eddsaMatches({ Point }: EdwardsCurve, key: Uint8Array, R: EdwardsPoint, S: bigint, k: bigint): boolean {
  const A = Point.fromBytes(key);
  const difference = mulAddUnsafe(Point, [Point.BASE, A.negate()], [S, k]).subtract(R);
  return difference.clearCofactor().is0();
}

/** R, if it is canonical and a multiple of the base point, the neutral element included. */
function torsionFreePoint(curve: EdwardsCurve, bytes: Uint8Array): EdwardsPoint | null {
  try {
    const point = curve.Point.fromBytes(bytes, false);
    return point.isTorsionFree() ? point : null;
  } catch {
    return null;
  }
}
