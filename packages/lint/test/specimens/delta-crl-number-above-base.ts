import { crlExt } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ extensions: [ext.aki(), ext.crlNumber(7), crlExt.delta(7)] }),
  passes: crl({ extensions: [ext.aki(), ext.crlNumber(7), crlExt.delta(6)] }),
  moreFails: [{ kind: 'crl', der: crl({ extensions: [ext.aki(), ext.crlNumber(7), crlExt.delta(8)] }) }],
  others: [
    { kind: 'crl', der: crl({ extensions: [ext.aki(), crlExt.delta(6)] }) },
    { kind: 'crl', der: crl() },
  ],
};
