import { crlExt, scope } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [crlExt.scope([])] }),
  passes: crl({ more: [crlExt.scope([scope.point('http://example.org/ca.crl')])] }),
  others: [{ kind: 'crl', der: crl() }],
};
