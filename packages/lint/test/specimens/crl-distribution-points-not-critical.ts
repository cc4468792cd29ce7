import { point, points } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) =>
  points([point({ fullName: [general.uri('http://example.org/ca.crl')] })], critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([value(true)]),
  passes: leafWith([value(false)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
