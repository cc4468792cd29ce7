import { type ParameterSetName, type SignatureAlgorithm, signatureAlgorithmByName } from '../../src/index.ts';
import { type PostQuantumKeyPair, postQuantum, postQuantumKeyPair } from '../../src/post-quantum/index.ts';
import { mlDsaSets } from '../../src/post-quantum/ml-dsa.ts';
import type { ParameterSet } from '../../src/post-quantum/parameter-set.ts';
import { slhDsaSets } from '../../src/post-quantum/slh-dsa.ts';

export const allSets: readonly ParameterSet[] = [...mlDsaSets, ...slhDsaSets];

/** The parameter sets that sign in less than two seconds here: the others take up to a minute. */
export const fastSets: readonly ParameterSet[] = allSets.filter(
  ({ name, scheme }) => scheme === 'ML-DSA' || /SHA2-...f|SHAKE-128f/.test(name),
);

/** Those that tests sign with: all of them, in some minutes, with QUORATE_SLH_DSA=all. */
export const signedSets: readonly ParameterSet[] = process.env['QUORATE_SLH_DSA'] === 'all' ? allSets : fastSets;

const pairs = new Map<ParameterSetName, PostQuantumKeyPair>();

/** The key pair of the seed 00 01 02 ..., made once. */
export function pairOf({ name, seedSize }: Pick<ParameterSet, 'name' | 'seedSize'>): PostQuantumKeyPair {
  let pair = pairs.get(name);
  if (pair === undefined) {
    pair = postQuantumKeyPair(
      name,
      Uint8Array.from({ length: seedSize }, (_, index) => index),
    );
    pairs.set(name, pair);
  }
  return pair;
}

export function setOf(name: ParameterSetName): ParameterSet {
  const set = allSets.find((each) => each.name === name);
  if (set === undefined) throw new Error(`no parameter set ${name}`);
  return set;
}

export function algorithmOf({ name }: Pick<ParameterSet, 'name'>): SignatureAlgorithm {
  return signatureAlgorithmByName(name, { algorithms: postQuantum });
}
