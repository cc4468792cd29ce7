import type { AlgorithmSupport } from '../algorithm-support.ts';
import { mlDsa } from './ml-dsa.ts';
import { slhDsa } from './slh-dsa.ts';

/** ML-DSA and SLH-DSA together, to be passed as `algorithms`. */
export const postQuantum: AlgorithmSupport = {
  keyReaders: new Map([...mlDsa.keyReaders, ...slhDsa.keyReaders]),
  signatureAlgorithms: [...mlDsa.signatureAlgorithms, ...slhDsa.signatureAlgorithms],
};
