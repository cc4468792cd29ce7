import { certificate, csr } from '../make/objects.ts';
import { ext, general, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const subject = name(['CN', 'officer@example.org']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject, extensions: [ext.ski(), ext.san([general.email('other@example.org')])] }),
  passes: certificate({ subject, extensions: [ext.ski(), ext.san([general.email('Officer@example.org')])] }),
  moreFails: [
    { kind: 'certificate', der: certificate({ subject, extensions: [ext.ski()] }) },
    { kind: 'csr', der: csr({ subject }) },
  ],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ subject: name(['CN', 'Officer @ example.org']) }) },
    { kind: 'certificate', der: certificate({ subject: name(['CN', 'officer@host']) }) },
  ],
};
