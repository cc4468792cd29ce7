import { Tag } from '@quorate/der';
import { certificate, crl, csr, tbs } from '../make/objects.ts';
import { name, printable, text, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['O', printable('Smith & Sons')]) }),
  passes: certificate({ subject: name(['O', utf8('Smith & Sons')]) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['CN', text(Tag.UTF8_STRING, 'Z\u00fcrich')]) }) },
    { kind: 'tbs', der: tbs({ subject: name(), issuer: name(['DC', 'z\u00fcrich']) }) },
    { kind: 'crl', der: crl({ issuer: name(['CN', text(Tag.BMP_STRING, 'x')]) }) },
  ],
  morePasses: [{ kind: 'crl', der: crl() }],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
