import { certificate } from '../make/objects.ts';
import { name, printable } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ issuer: name(['CN', printable('CA-Key')]) }),
  passes: certificate({ issuer: name(['O', printable('Example')], ['CN', printable('CA-Key')]) }),
  others: [{ kind: 'certificate', der: certificate({ issuer: name() }) }],
};
