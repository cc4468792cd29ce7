import { bls12_381 } from '@noble/curves/bls12-381.js';
import { oidText, Tag } from '@quorate/der';
import type { AlgorithmIdentifier } from './algorithm-identifier.ts';
import { CryptoError } from './error.ts';
import type { BlsPublicKey } from './public-key.ts';

/** What the arc of BLS keys has for the curve; see `BLS_KEY_OID`. */
const BLS12_381_OID = '1.3.6.1.4.1.44668.5.3.2.1';

const G1_SIZE = 48;
const G2_SIZE = 96;

/** Parameters absent or the curve's identifier. */
export function readBlsKey(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): BlsPublicKey {
  const { parameters } = algorithm;
  if (parameters !== null) {
    if (parameters.tag !== Tag.OBJECT_IDENTIFIER) {
      throw new CryptoError('key-malformed', { subject: 'BLS parameters', offset: parameters.start });
    }
    const oid = oidText(parameters);
    if (oid !== BLS12_381_OID) throw new CryptoError('key-unsupported', { subject: oid });
  }
  checkBlsPoint(bytes);
  return { type: 'bls12-381', spki, point: bytes };
}

/** Compressed, on the curve, in the prime-order subgroup, not the identity (KeyValidate of the IETF draft, 2.5). */
function checkBlsPoint(bytes: Uint8Array): void {
  try {
    if (bytes.length === G1_SIZE) checkMember(bls12_381.G1.Point.fromBytes(bytes));
    else if (bytes.length === G2_SIZE) checkMember(bls12_381.G2.Point.fromBytes(bytes));
    else throw new CryptoError('key-unsupported', { subject: `BLS point of ${bytes.length} octets` });
  } catch (cause) {
    if (cause instanceof CryptoError) throw cause;
    throw new CryptoError('key-invalid', { subject: 'BLS point', cause });
  }
}

function checkMember(point: { is0(): boolean; assertValidity(): void }): void {
  point.assertValidity();
  if (point.is0()) throw new CryptoError('key-invalid', { subject: 'BLS point at infinity' });
}
