import { certificate, csr, tbs } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['STREET', 'x'.repeat(129)]) }),
  passes: certificate({ subject: name(['STREET', 'x'.repeat(128)]) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['STREET', 'x'.repeat(129)]) }) }],
  morePasses: [{ kind: 'tbs', der: tbs({ subject: name(['STREET', utf8('\u00fc'.repeat(128))]) }) }],
  others: [{ kind: 'certificate', der: certificate({ subject: name(['DC', 'x'.repeat(300)]) }) }],
};
