import { certificate } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) => extension('policyConstraints', hex('3003800100'), critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([value(false)]),
  passes: caWith([value(true)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
