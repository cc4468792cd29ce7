import { crlExt, scope } from '../make/crl-values.ts';
import { crl, LEAF_NAME, revoked } from '../make/objects.ts';
import { general, hex, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (...names: readonly Uint8Array[]): Uint8Array =>
  crl({
    revoked: [revoked(hex('11'), undefined, [crlExt.certificateIssuer(names)])],
    more: [crlExt.scope([scope.indirect])],
  });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(general.dns('ca.example.org')),
  passes: list(general.dns('ca.example.org'), general.directory(LEAF_NAME)),
  moreFails: [{ kind: 'crl', der: list(general.directory(name())) }],
  morePasses: [
    {
      kind: 'crl',
      der: crl({
        revoked: [
          revoked(hex('10')),
          revoked(hex('11'), undefined, [crlExt.certificateIssuer([general.directory(LEAF_NAME)])]),
        ],
      }),
    },
    { kind: 'crl', der: list(general.directory(name(['CN', 'x']))) },
  ],
  others: [{ kind: 'crl', der: crl() }],
};
