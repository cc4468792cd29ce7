import { blsScheme } from './bls-scheme.ts';
import { identifiedAlgorithms } from './identified-algorithms.ts';
import type { SignatureAlgorithm } from './scheme.ts';

const bls: SignatureAlgorithm = {
  name: 'BLS',
  restNames: ['BLS'],
  oid: null,
  parameters: 'absent',
  scheme: blsScheme,
  keyTypes: ['bls12-381'],
  digest: null,
  pss: null,
  weak: false,
};

/** The table: all algorithms that have a name. */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [...identifiedAlgorithms, bls];
