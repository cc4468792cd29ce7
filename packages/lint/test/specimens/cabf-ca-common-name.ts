import { caCertificate, certificate } from '../make/objects.ts';
import { ext, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ subject: name(['C', 'CH'], ['O', 'Example']) }),
  passes: caCertificate({ subject: name(['C', 'CH'], ['O', 'Example'], ['CN', 'Example CA 2']) }),
  moreFails: [
    { kind: 'certificate', der: caCertificate({ subject: name(['C', 'CH'], ['O', 'Example'], ['CN', '']) }) },
  ],
  others: [
    { kind: 'certificate', der: certificate({ subject: name() }) },
    { kind: 'certificate', der: caCertificate({ subject: name(), more: [ext.extKeyUsage(['clientAuth'])] }) },
  ],
};
