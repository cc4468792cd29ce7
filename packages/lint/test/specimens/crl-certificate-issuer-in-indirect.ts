import { crlExt, scope } from '../make/crl-values.ts';
import { crl, LEAF_NAME, revoked } from '../make/objects.ts';
import { general, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const entries = [revoked(hex('11'), undefined, [crlExt.certificateIssuer([general.directory(LEAF_NAME)])])];

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: entries, more: [crlExt.scope([scope.userCerts])] }),
  passes: crl({ revoked: entries, more: [crlExt.scope([scope.userCerts, scope.indirect])] }),
  moreFails: [{ kind: 'crl', der: crl({ revoked: entries }) }],
  others: [{ kind: 'crl', der: crl({ more: [crlExt.scope([scope.indirect])] }) }],
};
