import { point, points } from '../make/extensions.ts';
import { certificate, LEAF_NAME } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const URI = general.uri('http://example.org/ca.crl');
const pointsOf = (...all: Uint8Array[]) => leafWith([points(all)]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: pointsOf(point({ issuer: [URI] })),
  passes: pointsOf(point({ issuer: [general.directory(LEAF_NAME)] })),
  moreFails: [
    { kind: 'certificate', der: pointsOf(point({ issuer: [] })) },
    { kind: 'certificate', der: pointsOf(point({ issuer: [general.directory(LEAF_NAME), URI] })) },
  ],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: pointsOf(point({ fullName: [URI] })) },
  ],
};
