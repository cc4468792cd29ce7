import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { SignatureScheme } from './scheme.ts';

/** Ciphersuites of the basic scheme (IETF draft-irtf-cfrg-bls-signature, 4.2.1). */
const SIGNATURE_IN_G2 = 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_';
const SIGNATURE_IN_G1 = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/**
 * BLS over BLS12-381, basic scheme: keys in G1 with signatures in G2, or the reverse, all compressed. That HSMs use this
 * scheme and these ciphersuites is inferred; SKA.md lists BLS approvers and has no sample (4.3). Should they use another,
 * their signatures are refused here, never taken wrongly.
 */
export const blsScheme: SignatureScheme = {
  name: 'BLS',
  prepare({ key, data, signature }) {
    if (key.type !== 'bls12-381') return 'key-mismatch';
    const inG2 = key.point.length === 48;
    if (signature.length !== (inG2 ? 96 : 48)) return 'signature-malformed';
    const verify = inG2 ? verifyInG2(key.point, signature, data) : verifyInG1(key.point, signature, data);
    return verify === null ? 'signature-malformed' : { rawSignature: signature, verify };
  },
};

function verifyInG2(point: Uint8Array, signature: Uint8Array, data: Uint8Array): (() => boolean) | null {
  const { longSignatures, G2 } = bls12_381;
  const element = pointOf(G2.Point, signature);
  if (element === null) return null;
  return () => longSignatures.verify(element, longSignatures.hash(data, SIGNATURE_IN_G2), point);
}

function verifyInG1(point: Uint8Array, signature: Uint8Array, data: Uint8Array): (() => boolean) | null {
  const { shortSignatures, G1 } = bls12_381;
  const element = pointOf(G1.Point, signature);
  if (element === null) return null;
  return () => shortSignatures.verify(element, shortSignatures.hash(data, SIGNATURE_IN_G1), point);
}

/** The point of the subgroup that the bytes encode, or `null`; the identity is no signature. */
function pointOf<P extends { is0(): boolean; assertValidity(): void }>(
  group: { fromBytes(bytes: Uint8Array): P },
  bytes: Uint8Array,
): P | null {
  try {
    const point = group.fromBytes(bytes);
    point.assertValidity();
    return point.is0() ? null : point;
  } catch {
    return null;
  }
}
