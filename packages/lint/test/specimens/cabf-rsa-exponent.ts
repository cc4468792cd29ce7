import { rsaSpki } from '../make/keys.ts';
import { certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaSpki(2048, 4) }),
  passes: certificate({ spki: rsaSpki(2048, 3) }),
  moreFails: [
    { kind: 'certificate', der: certificate({ spki: rsaSpki(2048, 1) }) },
    { kind: 'certificate', der: certificate({ spki: rsaSpki(2048, -3) }) },
  ],
  others: [
    { kind: 'certificate', der: certificate() },
    {
      kind: 'certificate',
      der: certificate({ spki: rsaSpki(2048, 4), extensions: [ext.extKeyUsage(['clientAuth'])] }),
    },
  ],
};
