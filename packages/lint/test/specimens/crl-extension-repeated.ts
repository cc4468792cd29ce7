import { crl } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [ext.crlNumber(8)] }),
  passes: crl(),
  morePasses: [{ kind: 'crl', der: crl({ extensions: [ext.crlNumber(7)] }) }],
  others: [{ kind: 'crl', der: crl({ extensions: null }) }],
};
