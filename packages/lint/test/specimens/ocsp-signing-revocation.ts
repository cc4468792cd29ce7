import { point, points } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { ext, extension, general, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const responder = ext.extKeyUsage(['OCSPSigning']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([responder]),
  passes: leafWith([responder, extension('ocspNoCheck', hex('0500'))]),
  morePasses: [
    {
      kind: 'certificate',
      der: leafWith([responder, points([point({ fullName: [general.uri('http://example.org/a.crl')] })])]),
    },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
