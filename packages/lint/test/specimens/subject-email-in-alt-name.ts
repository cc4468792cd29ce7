import { certificate, tbs } from '../make/objects.ts';
import { ext, general, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const subject = name(['CN', 'x'], ['emailAddress', 'a@example.org']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject, extensions: [ext.san([general.dns('example.org')])] }),
  passes: certificate({ subject, extensions: [ext.san([general.dns('example.org'), general.email('a@example.org')])] }),
  moreFails: [
    { kind: 'tbs', der: tbs({ subject, extensions: null }) },
    { kind: 'certificate', der: certificate({ subject, extensions: [ext.ian([general.email('a@example.org')])] }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
