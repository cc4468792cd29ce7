import { constraints, subtree, tagged } from '../make/extensions.ts';
import { general } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const distance = (...rest: Uint8Array[]) =>
  caWith([constraints({ permitted: [subtree(general.dns('example.org'), ...rest)] })]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: distance(tagged(0, 1)),
  passes: distance(),
  moreFails: [
    { kind: 'certificate', der: distance(tagged(1, 3)) },
    { kind: 'certificate', der: distance(tagged(0, 256)) },
  ],
  morePasses: [{ kind: 'certificate', der: distance(tagged(0, 0)) }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
