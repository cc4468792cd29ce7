import { crl } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ extensions: [] }),
  passes: crl({ extensions: [ext.crlNumber(7)] }),
  others: [{ kind: 'crl', der: crl({ extensions: null }) }],
};
