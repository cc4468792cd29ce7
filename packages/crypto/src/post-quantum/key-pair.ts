import {
  contextPrimitive,
  encodeElement,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
} from '@quorate/der';
import type { ParameterSetName } from '../public-key.ts';
import { encodePostQuantumKey } from './key.ts';
import { mlDsaSets } from './ml-dsa.ts';
import { halvesOf } from './parameter-set.ts';
import { slhDsaSets } from './slh-dsa.ts';

/** A key pair in DER. */
export interface PostQuantumKeyPair {
  /** PrivateKeyInfo, as `postQuantumSigner` takes it. */
  readonly pkcs8: Uint8Array;
  /** SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

/**
 * Makes the key pair that follows from a seed (FIPS 204, algorithm 6; FIPS 205, algorithm 18): for demonstrations, tests
 * and emulators. The seed is the key: whoever has it can sign.
 *
 * @param seed 32 octets for ML-DSA; 48, 72 or 96 for SLH-DSA-…-128, -192, -256: SK.seed, SK.prf and PK.seed, joined
 * @throws TypeError for another parameter set or a seed of another size
 */
export function postQuantumKeyPair(parameterSet: ParameterSetName, seed: Uint8Array): PostQuantumKeyPair {
  const set = [...mlDsaSets, ...slhDsaSets].find(({ name }) => name === parameterSet);
  if (set === undefined) throw new TypeError(`\`${parameterSet}\` is no parameter set of ML-DSA or SLH-DSA`);
  const { publicKey, secretKey } = halvesOf(set, seed);
  // RFC 9881, 6: the seed under `[0]`; RFC 9909, 6: the key by itself.
  const content = set.scheme === 'ML-DSA' ? encodeElement(contextPrimitive(0), seed) : secretKey;
  const pkcs8 = encodeSequence(encodeInteger(0), encodeSequence(encodeOid(set.oid)), encodeOctetString(content));
  return { pkcs8, spki: encodePostQuantumKey(set, publicKey) };
}
