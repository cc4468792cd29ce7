import { ext } from '../make/values.ts';
import { caWith, caWithout, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWithout('2.5.29.15'),
  passes: caWith([]),
  others: [
    { kind: 'certificate', der: leafWithout('2.5.29.15') },
    { kind: 'csr', der: requestWith([ext.basicConstraints(true)]) },
  ],
};
