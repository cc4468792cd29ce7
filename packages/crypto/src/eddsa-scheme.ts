import { bytesToNumberLE } from '@noble/curves/utils.js';
import { type EdwardsCurve, edwardsCurves } from './edwards-key.ts';
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
    const scalar = bytesToNumberLE(signature.subarray(curve.size));
    if (scalar >= curve.eddsa.Point.Fn.ORDER) return 'signature-malformed';
    if (!isTorsionFreePoint(curve, signature.subarray(0, curve.size))) return 'signature-malformed';
    return {
      rawSignature: signature,
      verify: () => curve.eddsa.verify(signature, data, key.point, { zip215: false }),
    };
  },
};

/** Whether R is canonical and a multiple of the base point, the neutral element included. */
function isTorsionFreePoint(curve: EdwardsCurve, bytes: Uint8Array): boolean {
  try {
    return curve.eddsa.Point.fromBytes(bytes, false).isTorsionFree();
  } catch {
    return false;
  }
}
