import { certificate, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ version: null, extensions: null }),
  passes: certificate(),
  moreFails: [{ kind: 'tbs', der: tbs({ extensions: null }) }],
};
