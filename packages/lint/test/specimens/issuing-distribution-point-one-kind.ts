import { crlExt, scope } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [crlExt.scope([scope.userCerts, scope.caCerts])] }),
  passes: crl({ more: [crlExt.scope([scope.userCerts])] }),
  moreFails: [{ kind: 'crl', der: crl({ more: [crlExt.scope([scope.caCerts, scope.attributeCerts])] }) }],
  morePasses: [{ kind: 'crl', der: crl({ more: [crlExt.scope([scope.indirect])] }) }],
  others: [{ kind: 'crl', der: crl() }],
};
