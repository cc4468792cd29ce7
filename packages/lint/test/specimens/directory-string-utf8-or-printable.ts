import { Tag } from '@quorate/der';
import { certificate, csr, tbs } from '../make/objects.ts';
import { name, printable, text, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['O', text(Tag.TELETEX_STRING, 'Example')]) }),
  passes: certificate({ subject: name(['O', printable('Example')]) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['CN', text(Tag.BMP_STRING, '\0x')]) }) },
    { kind: 'tbs', der: tbs({ subject: name(['CN', text(Tag.UNIVERSAL_STRING, '\0\0\0x')]) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ subject: name(['C', 'CH'], ['O', utf8('Example')]) }) }],
  others: [{ kind: 'csr', der: csr({ subject: name(['C', 'CH']) }) }],
};
