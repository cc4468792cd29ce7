import { crl } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ extensions: [ext.aki()] }),
  passes: crl({ extensions: [ext.aki(), ext.crlNumber(0)] }),
  moreFails: [{ kind: 'crl', der: crl({ extensions: null }) }],
};
