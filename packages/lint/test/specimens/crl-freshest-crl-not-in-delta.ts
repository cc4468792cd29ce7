import { crlExt } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const freshest = crlExt.freshest('http://example.org/delta.crl');

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [crlExt.delta(6), freshest] }),
  passes: crl({ more: [freshest] }),
  others: [{ kind: 'crl', der: crl({ more: [crlExt.delta(6)] }) }],
};
