import { certificate } from '../make/objects.ts';
import { rsaOf } from '../make/rsa.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaOf((1n << 2047n) + 2n) }),
  passes: certificate({ spki: rsaOf((1n << 2047n) + 3n) }),
  others: [{ kind: 'certificate', der: certificate() }],
};
