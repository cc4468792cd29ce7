import { certificate, tbs } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ issuer: name() }),
  passes: certificate(),
  moreFails: [{ kind: 'tbs', der: tbs({ issuer: name() }) }],
  morePasses: [{ kind: 'tbs', der: tbs({ issuer: name(['CN', 'x']) }) }],
};
