import { caCertificate, certificate } from '../make/objects.ts';
import { name, printable } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ subject: name(['O', 'Example'], ['CN', 'Example CA 2']) }),
  passes: caCertificate({ subject: name(['C', 'CH'], ['O', 'Example'], ['CN', 'Example CA 2']) }),
  moreFails: [
    {
      kind: 'certificate',
      der: caCertificate({ subject: name(['C', printable('  ')], ['O', 'Example'], ['CN', 'x']) }),
    },
  ],
  others: [{ kind: 'certificate', der: certificate({ subject: name() }) }],
};
