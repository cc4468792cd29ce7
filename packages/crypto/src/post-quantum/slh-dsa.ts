import {
  slh_dsa_sha2_128f,
  slh_dsa_sha2_128s,
  slh_dsa_sha2_192f,
  slh_dsa_sha2_192s,
  slh_dsa_sha2_256f,
  slh_dsa_sha2_256s,
  slh_dsa_shake_128f,
  slh_dsa_shake_128s,
  slh_dsa_shake_192f,
  slh_dsa_shake_192s,
  slh_dsa_shake_256f,
  slh_dsa_shake_256s,
} from '@noble/post-quantum/slh-dsa.js';
import type { AlgorithmSupport } from '../algorithm-support.ts';
import type { ParameterSetName } from '../public-key.ts';
import { type Arithmetic, NIST_SIGNATURES, type ParameterSet } from './parameter-set.ts';
import { supportOf } from './support.ts';

/** @param n the security parameter of FIPS 205, in octets; every size but that of signatures follows from it */
function slhDsaSet(
  name: ParameterSetName,
  arc: number,
  n: number,
  signatureSize: number,
  arithmetic: Arithmetic,
): ParameterSet {
  return {
    name,
    scheme: 'SLH-DSA',
    oid: `${NIST_SIGNATURES}.${arc}`,
    publicKeySize: 2 * n,
    secretKeySize: 4 * n,
    signatureSize,
    seedSize: 3 * n,
    randomSize: n,
    // SHAKE takes up to five times as long as ECDSA on P-521, SHA-2 half as long again.
    cost: name.startsWith('SLH-DSA-SHAKE') ? 5 : 2,
    // Every octet string of the right size is one.
    isSignature: () => true,
    arithmetic,
  };
}

/** The twelve parameter sets: FIPS 205, table 2. */
export const slhDsaSets: readonly ParameterSet[] = [
  slhDsaSet('SLH-DSA-SHA2-128s', 20, 16, 7856, slh_dsa_sha2_128s),
  slhDsaSet('SLH-DSA-SHA2-128f', 21, 16, 17_088, slh_dsa_sha2_128f),
  slhDsaSet('SLH-DSA-SHA2-192s', 22, 24, 16_224, slh_dsa_sha2_192s),
  slhDsaSet('SLH-DSA-SHA2-192f', 23, 24, 35_664, slh_dsa_sha2_192f),
  slhDsaSet('SLH-DSA-SHA2-256s', 24, 32, 29_792, slh_dsa_sha2_256s),
  slhDsaSet('SLH-DSA-SHA2-256f', 25, 32, 49_856, slh_dsa_sha2_256f),
  slhDsaSet('SLH-DSA-SHAKE-128s', 26, 16, 7856, slh_dsa_shake_128s),
  slhDsaSet('SLH-DSA-SHAKE-128f', 27, 16, 17_088, slh_dsa_shake_128f),
  slhDsaSet('SLH-DSA-SHAKE-192s', 28, 24, 16_224, slh_dsa_shake_192s),
  slhDsaSet('SLH-DSA-SHAKE-192f', 29, 24, 35_664, slh_dsa_shake_192f),
  slhDsaSet('SLH-DSA-SHAKE-256s', 30, 32, 29_792, slh_dsa_shake_256s),
  slhDsaSet('SLH-DSA-SHAKE-256f', 31, 32, 49_856, slh_dsa_shake_256f),
];

/** The twelve pure parameter sets of SLH-DSA (RFC 9909), to be passed as `algorithms`. HashSLH-DSA is not among them. */
export const slhDsa: AlgorithmSupport = supportOf(slhDsaSets);
