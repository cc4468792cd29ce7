import { encodeBitString, encodeOid, encodeSequence } from '@quorate/der';
import type { AlgorithmIdentifier } from './algorithm-identifier.ts';
import { type EdwardsCurve, edwardsCurves } from './edwards-curve.ts';
import { CryptoError } from './error.ts';
import type { EdwardsPublicKey } from './public-key.ts';

export function readEd25519Key(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): EdwardsPublicKey {
  return edwardsKey(edwardsCurves.ed25519, spki, algorithm, bytes);
}

export function readEd448Key(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): EdwardsPublicKey {
  return edwardsKey(edwardsCurves.ed448, spki, algorithm, bytes);
}

/** Parameters must be absent (RFC 8410, 3). */
function edwardsKey(
  curve: EdwardsCurve,
  spki: Uint8Array,
  algorithm: AlgorithmIdentifier,
  bytes: Uint8Array,
): EdwardsPublicKey {
  if (algorithm.parameters !== null) {
    throw new CryptoError('key-malformed', { subject: `${curve.type} parameters`, offset: algorithm.parameters.start });
  }
  if (!isSubgroupPoint(curve, bytes)) throw new CryptoError('key-invalid', { subject: `${curve.type} point` });
  return { type: curve.type, spki, point: bytes };
}

/**
 * Whether the bytes are the canonical encoding (RFC 8032, 5.1.3, 5.2.3) of a point of the prime-order subgroup other
 * than the neutral element. RFC 8032 lets other points pass; honest keys never are such points, and verifiers that use
 * the equation with the cofactor and those that use it without disagree about them.
 */
export function isSubgroupPoint(curve: EdwardsCurve, bytes: Uint8Array): boolean {
  try {
    const point = curve.Point.fromBytes(bytes, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** A SubjectPublicKeyInfo of RFC 8410. */
export function encodeEdwardsKey(curve: EdwardsCurve, point: Uint8Array): Uint8Array {
  return encodeSequence(encodeSequence(encodeOid(curve.oid)), encodeBitString(point));
}
