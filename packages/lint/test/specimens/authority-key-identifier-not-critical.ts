import { certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) => ext.aki(undefined, critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([value(true)]),
  passes: leafWith([value(false)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
