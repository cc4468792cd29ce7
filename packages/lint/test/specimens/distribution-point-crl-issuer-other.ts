import { point, points } from '../make/extensions.ts';
import { CA_NAME, LEAF_NAME } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const URI = general.uri('http://example.org/ca.crl');
const pointsOf = (...all: Uint8Array[]) => leafWith([points(all)]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: pointsOf(point({ fullName: [URI], issuer: [general.directory(CA_NAME)] })),
  passes: pointsOf(point({ fullName: [URI], issuer: [general.directory(LEAF_NAME)] })),
  moreFails: [
    {
      kind: 'certificate',
      der: pointsOf(point({ fullName: [URI] }), point({ issuer: [URI, general.directory(CA_NAME)] })),
    },
  ],
  morePasses: [{ kind: 'certificate', der: pointsOf(point({ issuer: [URI] })) }],
  others: [{ kind: 'certificate', der: pointsOf(point({ fullName: [URI] })) }],
};
