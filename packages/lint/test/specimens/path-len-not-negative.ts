import { certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import { caWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([ext.basicConstraints(true, -1)]),
  passes: caWith([ext.basicConstraints(true, 1)]),
  moreFails: [
    { kind: 'csr', der: requestWith([ext.basicConstraints(false, -129)]) },
    { kind: 'certificate', der: caWith([ext.basicConstraints(true, -128)]) },
  ],
  morePasses: [
    { kind: 'certificate', der: caWith([ext.basicConstraints(true, 128)]) },
    { kind: 'certificate', der: caWith([ext.basicConstraints(true)]) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
