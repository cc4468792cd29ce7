import { certificate } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) => ext.ian([general.dns('example.org')], critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([value(true)]),
  passes: leafWith([value(false)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
