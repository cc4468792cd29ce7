import { constraints, subtree } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) => constraints({ permitted: [subtree(general.dns('example.org'))] }, critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([value(false)]),
  passes: caWith([value(true)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
