import { mappings } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) => mappings([['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.2']], critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([value(false)]),
  passes: caWith([value(true)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
