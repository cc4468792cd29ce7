import { certificate, csr, tbs } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['postalCode', 'x'.repeat(41)]) }),
  passes: certificate({ subject: name(['postalCode', 'x'.repeat(40)]) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['postalCode', 'x'.repeat(41)]) }) }],
  morePasses: [{ kind: 'tbs', der: tbs({ subject: name(['postalCode', utf8('\u00fc'.repeat(40))]) }) }],
  others: [{ kind: 'certificate', der: certificate({ subject: name(['DC', 'x'.repeat(300)]) }) }],
};
