import { certificate, csr, tbs } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['O', 'Example ']) }),
  passes: certificate({ subject: name(['O', 'Example']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['O', ' Example']) }) },
    { kind: 'tbs', der: tbs({ subject: name(), issuer: name(['O', '\u00a0Example']) }) },
  ],
  morePasses: [{ kind: 'csr', der: csr({ subject: name(['O', 'Ex ample']) }) }],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
