import { crl } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ extensions: [ext.crlNumber(7)] }),
  passes: crl({ extensions: [ext.aki(), ext.crlNumber(7)] }),
};
