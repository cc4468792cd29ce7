import { caCertificate, certificate } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ subject: name(['C', 'CH'], ['CN', 'Example CA 2']) }),
  passes: caCertificate({ subject: name(['C', 'CH'], ['O', 'Example'], ['CN', 'Example CA 2']) }),
  others: [{ kind: 'certificate', der: certificate({ subject: name() }) }],
};
