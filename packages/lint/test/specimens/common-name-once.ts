import { certificate, csr } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['CN', 'a.example'], ['CN', 'b.example']) }),
  passes: certificate({ subject: name(['CN', 'a.example']) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['CN', 'a.example'], ['O', 'x'], ['CN', 'a.example']) }) }],
  others: [{ kind: 'csr', der: csr({ subject: name(['O', 'x']) }) }],
};
