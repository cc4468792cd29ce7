import { caWith, leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWithout('2.5.29.14'),
  passes: leafWith([]),
  others: [{ kind: 'certificate', der: caWith([]) }],
};
