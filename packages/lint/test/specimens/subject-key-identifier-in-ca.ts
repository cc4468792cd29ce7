import { caWith, caWithout, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWithout('2.5.29.14'),
  passes: caWith([]),
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.14') }],
};
