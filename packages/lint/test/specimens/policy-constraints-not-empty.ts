import { extension, hex } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const constrain = (value: string) => caWith([extension('policyConstraints', hex(value), true)]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: constrain('3000'),
  passes: constrain('3003800100'),
  morePasses: [{ kind: 'certificate', der: constrain('3003810100') }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
