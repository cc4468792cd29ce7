import type { AlgorithmSupport } from '../algorithm-support.ts';
import type { SignatureAlgorithm } from '../scheme.ts';
import { keyReaderOf } from './key.ts';
import { keyTypeOf, type ParameterSet } from './parameter-set.ts';
import { schemeOf } from './scheme.ts';

/** What these parameter sets add to the algorithms that are always known. */
export function supportOf(sets: readonly ParameterSet[]): AlgorithmSupport {
  return {
    keyReaders: new Map(sets.map((set) => [set.oid, keyReaderOf(set)])),
    signatureAlgorithms: sets.map(
      (set): SignatureAlgorithm => ({
        name: `id-${keyTypeOf(set)}`,
        restNames: [],
        oid: set.oid,
        parameters: 'absent',
        scheme: schemeOf(set),
        keyTypes: [keyTypeOf(set)],
        digest: null,
        pss: null,
        weak: false,
      }),
    ),
  };
}
