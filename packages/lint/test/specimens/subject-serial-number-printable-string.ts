import { Tag } from '@quorate/der';
import { certificate, csr } from '../make/objects.ts';
import { name, text, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['CN', 'x'], ['serialNumber', utf8('17')]) }),
  passes: certificate({ subject: name(['CN', 'x'], ['serialNumber', '17']) }),
  moreFails: [{ kind: 'csr', der: csr({ subject: name(['serialNumber', text(Tag.NUMERIC_STRING, '17')]) }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
