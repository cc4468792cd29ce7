import { crl } from '../make/objects.ts';
import { ext, KEY_ID } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ extensions: [ext.aki(KEY_ID, true), ext.crlNumber(7)] }),
  passes: crl({ extensions: [ext.aki(), ext.crlNumber(7)] }),
  others: [{ kind: 'crl', der: crl({ extensions: null }) }],
};
