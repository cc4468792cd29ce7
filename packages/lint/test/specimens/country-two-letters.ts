import { certificate, csr, tbs } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['C', 'CHE'], ['CN', 'x']) }),
  passes: certificate({ subject: name(['C', 'CH'], ['CN', 'x']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['C', '']) }) },
    { kind: 'tbs', der: tbs({ subject: name(['C', '41']) }) },
    { kind: 'tbs', der: tbs({ subject: name(['C', 'C']) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ subject: name(['C', utf8('ch')]) }) }],
  others: [{ kind: 'certificate', der: certificate({ subject: name(['CN', 'x']) }) }],
};
