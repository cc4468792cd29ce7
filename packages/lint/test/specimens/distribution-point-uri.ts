import { point, points } from '../make/extensions.ts';
import { CA_NAME, certificate, LEAF_NAME } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const URI = general.uri('http://example.org/ca.crl');
const pointsOf = (...all: Uint8Array[]) => leafWith([points(all)]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: pointsOf(point({ fullName: [general.directory(CA_NAME)] })),
  passes: pointsOf(point({ fullName: [general.directory(CA_NAME), URI] })),
  moreFails: [
    { kind: 'certificate', der: pointsOf(point({ fullName: [general.uri('example.org/ca.crl')] })) },
    { kind: 'certificate', der: pointsOf(point({ fullName: [general.dns('http://example.org')] })) },
  ],
  morePasses: [
    { kind: 'certificate', der: pointsOf(point({ fullName: [general.uri('LDAP://example.org/cn=x')] })) },
    { kind: 'certificate', der: pointsOf(point({ issuer: [general.directory(LEAF_NAME)] })) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
