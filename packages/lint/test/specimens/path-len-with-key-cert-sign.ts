import { certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import { caWith, caWithout, leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.basicConstraints(false, 0)]),
  passes: caWith([ext.basicConstraints(true, 0)]),
  moreFails: [
    { kind: 'certificate', der: caWith([ext.keyUsage(['cRLSign'])]) },
    { kind: 'certificate', der: caWithout('2.5.29.15') },
    { kind: 'csr', der: requestWith([ext.basicConstraints(true, 0)]) },
  ],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: leafWith([ext.basicConstraints(false)]) },
  ],
};
