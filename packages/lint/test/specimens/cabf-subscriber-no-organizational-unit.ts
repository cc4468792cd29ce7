import { caCertificate, certificate } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const subject = name(['O', 'Example'], ['OU', 'Sales'], ['CN', 'example.org']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject }),
  passes: certificate({ subject: name(['O', 'Example'], ['CN', 'example.org']) }),
  others: [{ kind: 'certificate', der: caCertificate({ subject }) }],
};
