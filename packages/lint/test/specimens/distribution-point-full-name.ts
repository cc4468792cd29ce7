import { encodeOid, encodeSequence } from '@quorate/der';
import { point, points } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { general, utf8 } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const URI = general.uri('http://example.org/ca.crl');
const pointsOf = (...all: Uint8Array[]) => leafWith([points(all)]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: pointsOf(point({ relative: encodeSequence(encodeOid('2.5.4.3'), utf8('x')) })),
  passes: pointsOf(point({ fullName: [URI] })),
  others: [{ kind: 'certificate', der: certificate() }],
};
