import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import type { AlgorithmSupport } from '../algorithm-support.ts';
import type { ParameterSetName } from '../public-key.ts';
import { type Arithmetic, NIST_SIGNATURES, type ParameterSet } from './parameter-set.ts';
import { supportOf } from './support.ts';

function mlDsaSet(
  name: ParameterSetName,
  arc: number,
  [publicKeySize, secretKeySize, signatureSize]: readonly [number, number, number],
  [k, omega]: readonly [number, number],
  arithmetic: Arithmetic,
): ParameterSet {
  return {
    name,
    scheme: 'ML-DSA',
    oid: `${NIST_SIGNATURES}.${arc}`,
    publicKeySize,
    secretKeySize,
    signatureSize,
    seedSize: 32,
    randomSize: 32,
    cost: 1,
    isSignature: (signature) => areHints(signature.subarray(signatureSize - omega - k), k, omega),
    arithmetic,
  };
}

/**
 * Whether octets encode hints (FIPS 204, algorithm 21): k polynomials, each a list of ascending places at which it is 1,
 * all lists joined in omega octets that end in zeros; then for each where its list ends.
 */
function areHints(octets: Uint8Array, k: number, omega: number): boolean {
  let end = 0;
  for (let i = 0; i < k; i++) {
    const start = end;
    end = octets[omega + i] ?? 0;
    if (end < start || end > omega) return false;
    for (let j = start + 1; j < end; j++) if ((octets[j] ?? 0) <= (octets[j - 1] ?? 0)) return false;
  }
  return octets.subarray(end, omega).every((octet) => octet === 0);
}

/** The three parameter sets: FIPS 204, tables 1 and 2. */
export const mlDsaSets: readonly ParameterSet[] = [
  mlDsaSet('ML-DSA-44', 17, [1312, 2560, 2420], [4, 80], ml_dsa44),
  mlDsaSet('ML-DSA-65', 18, [1952, 4032, 3309], [6, 55], ml_dsa65),
  mlDsaSet('ML-DSA-87', 19, [2592, 4896, 4627], [8, 75], ml_dsa87),
];

/** ML-DSA-44, -65 and -87 (RFC 9881), to be passed as `algorithms`. HashML-DSA, which RFC 9881 leaves out, is not among them. */
export const mlDsa: AlgorithmSupport = supportOf(mlDsaSets);
