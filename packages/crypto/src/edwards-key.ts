import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import { ed448 } from '@noble/curves/ed448.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { encodeBitString, encodeOid, encodeSequence } from '@quorate/der';
import type { AlgorithmIdentifier } from './algorithm-identifier.ts';
import { CryptoError } from './error.ts';
import type { EdwardsPublicKey } from './public-key.ts';

/** id-Ed25519 and id-Ed448 (RFC 8410, 3): the same identifier for keys and for signatures. */
export const ED25519_OID = '1.3.101.112';
export const ED448_OID = '1.3.101.113';

/** One of the two instances of RFC 8032. */
export interface EdwardsCurve {
  readonly type: EdwardsPublicKey['type'];
  readonly oid: string;
  /** Octets of a point, and of each half of a signature. */
  readonly size: number;
  readonly eddsa: EdDSA;
}

export const edwardsCurves: Readonly<Record<EdwardsPublicKey['type'], EdwardsCurve>> = {
  ed25519: { type: 'ed25519', oid: ED25519_OID, size: 32, eddsa: ed25519 },
  ed448: { type: 'ed448', oid: ED448_OID, size: 57, eddsa: ed448 },
};

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
    const point = curve.eddsa.Point.fromBytes(bytes, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** A SubjectPublicKeyInfo of RFC 8410. */
export function encodeEdwardsKey(curve: EdwardsCurve, point: Uint8Array): Uint8Array {
  return encodeSequence(encodeSequence(encodeOid(curve.oid)), encodeBitString(point));
}
