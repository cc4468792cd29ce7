import { point, points } from '../make/extensions.ts';
import { certificate, LEAF_NAME } from '../make/objects.ts';
import { general, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const URI = general.uri('http://example.org/ca.crl');
const pointsOf = (...all: Uint8Array[]) => leafWith([points(all)]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: pointsOf(point({ reasons: hex('0640') })),
  passes: pointsOf(point({ fullName: [URI] })),
  moreFails: [
    { kind: 'certificate', der: pointsOf(point({ fullName: [URI] }), point({})) },
    { kind: 'certificate', der: leafWith([points([point({ reasons: hex('0640') })], false, 'freshestCRL')]) },
  ],
  morePasses: [{ kind: 'certificate', der: pointsOf(point({ issuer: [general.directory(LEAF_NAME)] })) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
