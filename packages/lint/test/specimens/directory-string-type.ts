import { encodeOctetString, Tag } from '@quorate/der';
import { certificate, crl, csr, tbs } from '../make/objects.ts';
import { hex, name, printable, text } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['O', text(Tag.IA5_STRING, 'Example')]) }),
  passes: certificate({ subject: name(['O', 'Example']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['CN', text(Tag.NUMERIC_STRING, '17')]) }) },
    { kind: 'tbs', der: tbs({ issuer: name(['CN', text(Tag.VISIBLE_STRING, 'x')]) }) },
    { kind: 'crl', der: crl({ issuer: name(['CN', encodeOctetString(hex('78'))]) }) },
  ],
  morePasses: [
    {
      kind: 'tbs',
      der: tbs({
        subject: name(
          ['O', printable('x')],
          ['OU', text(Tag.TELETEX_STRING, 'x')],
          ['L', text(Tag.BMP_STRING, '\0x')],
          ['CN', text(Tag.UNIVERSAL_STRING, '\0\0\0x')],
        ),
      }),
    },
  ],
  others: [{ kind: 'csr', der: csr({ subject: name(['C', 'CH'], ['DC', 'x']) }) }],
};
