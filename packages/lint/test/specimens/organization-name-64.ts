import { certificate, csr, tbs } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['O', 'x'.repeat(65)]) }),
  passes: certificate({ subject: name(['O', 'x'.repeat(64)]) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['O', 'x'.repeat(65)]) }) }],
  morePasses: [{ kind: 'tbs', der: tbs({ subject: name(['O', utf8('\u00fc'.repeat(64))]) }) }],
  others: [{ kind: 'certificate', der: certificate({ subject: name(['DC', 'x'.repeat(300)]) }) }],
};
