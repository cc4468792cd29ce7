import { constraints, subtree } from '../make/extensions.ts';
import { general } from '../make/values.ts';
import { caWith, leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const constrained = constraints({ permitted: [subtree(general.dns('example.org'))] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([constrained]),
  passes: caWith([constrained]),
  moreFails: [{ kind: 'csr', der: requestWith([constrained]) }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
