import { certificate, csr, tbs } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['O', 'Smith &amp; Sons']) }),
  passes: certificate({ subject: name(['O', 'Smith & Sons']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['O', 'Z&#252;rich']) }) },
    { kind: 'tbs', der: tbs({ subject: name(), issuer: name(['O', 'Z&#xFC;rich']) }) },
  ],
  morePasses: [{ kind: 'csr', der: csr({ subject: name(['O', 'A & B; C&D']) }) }],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
