import { certificate, tbs } from '../make/objects.ts';
import { ext, general, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ extensions: [ext.san([general.dns('example.org')], true)] }),
  passes: certificate({ extensions: [ext.san([general.dns('example.org')], false)] }),
  moreFails: [
    {
      kind: 'tbs',
      der: tbs({ subject: name(['CN', 'x']), extensions: [ext.san([general.dns('example.org')], true)] }),
    },
  ],
  others: [
    { kind: 'tbs', der: tbs({ subject: name(), extensions: [ext.san([general.dns('example.org')], true)] }) },
    { kind: 'tbs', der: tbs({ extensions: [] }) },
  ],
};
