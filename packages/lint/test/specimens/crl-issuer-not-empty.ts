import { crl } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ issuer: name() }),
  passes: crl({ issuer: name(['CN', 'Example CA']) }),
};
