import { encodeNull } from '@quorate/der';
import { certificate, csr, tbs } from '../make/objects.ts';
import { name, printable } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['CN', 'a\tb']) }),
  passes: certificate({ subject: name(['CN', 'a b']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['CN', 'a\u0085b']) }) },
    { kind: 'tbs', der: tbs({ subject: name(), issuer: name(['CN', printable('a\0b')]) }) },
    { kind: 'csr', der: csr({ subject: name(['O', 'a\x7f']) }) },
  ],
  morePasses: [
    { kind: 'csr', der: csr({ subject: name(['CN', 'Z\u00fcrich']) }) },
    { kind: 'csr', der: csr({ subject: name(['CN', encodeNull()]) }) },
  ],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
