import { certificate, csr, tbs } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['CN', 'a\u202eb']) }),
  passes: certificate({ subject: name(['CN', 'ab']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['CN', 'a\u200bb']) }) },
    { kind: 'tbs', der: tbs({ subject: name(), issuer: name(['CN', '\ufeffab']) }) },
  ],
  morePasses: [{ kind: 'csr', der: csr({ subject: name(['CN', '\u05d0\u200c\u05d1']) }) }],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
