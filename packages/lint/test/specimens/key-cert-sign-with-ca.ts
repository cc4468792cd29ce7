import { certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import { caWith, caWithout, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWithout('2.5.29.19'),
  passes: caWith([]),
  moreFails: [
    { kind: 'certificate', der: caWith([ext.basicConstraints(false)]) },
    { kind: 'csr', der: requestWith([ext.keyUsage(['keyCertSign'])]) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate() }],
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.15') }],
};
