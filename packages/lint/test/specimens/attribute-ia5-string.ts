import { certificate, csr } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['DC', utf8('example')], ['CN', 'x']) }),
  passes: certificate({ subject: name(['DC', 'example'], ['CN', 'x']) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['emailAddress', utf8('a@example.org')]) }) }],
  morePasses: [{ kind: 'csr', der: csr({ subject: name(['emailAddress', 'a@example.org']) }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
