import { point, points } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { general, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const URI = general.uri('http://example.org/ca.crl');
const pointsOf = (...all: Uint8Array[]) => leafWith([points(all)]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: pointsOf(point({ fullName: [URI], reasons: hex('0640') })),
  passes: pointsOf(point({ fullName: [URI], reasons: hex('0640') }), point({ fullName: [URI] })),
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: pointsOf() },
  ],
};
