import { certificate, tbs } from '../make/objects.ts';
import { ext, general, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(), extensions: [ext.san([general.dns('example.org')], false)] }),
  passes: certificate({ subject: name(), extensions: [ext.san([general.dns('example.org')], true)] }),
  moreFails: [{ kind: 'tbs', der: tbs({ subject: name(), extensions: null }) }],
  morePasses: [
    { kind: 'certificate', der: certificate() },
    { kind: 'tbs', der: tbs({ subject: name(['CN', 'x']) }) },
  ],
};
