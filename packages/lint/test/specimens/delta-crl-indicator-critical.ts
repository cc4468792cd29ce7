import { crlExt } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [crlExt.delta(6, false)] }),
  passes: crl({ more: [crlExt.delta(6)] }),
  others: [{ kind: 'crl', der: crl() }],
};
