import { crlExt, scope } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [crlExt.scope([scope.userCerts], false)] }),
  passes: crl({ more: [crlExt.scope([scope.userCerts])] }),
  others: [{ kind: 'crl', der: crl() }],
};
