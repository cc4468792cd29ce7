import { certificate, csr } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['C', utf8('CH')], ['CN', 'example.org']) }),
  passes: certificate({ subject: name(['C', 'CH'], ['CN', 'example.org']) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['C', utf8('CH')], ['CN', 'example.org']) }) }],
  others: [{ kind: 'certificate', der: certificate({ subject: name(['CN', 'example.org']) }) }],
};
