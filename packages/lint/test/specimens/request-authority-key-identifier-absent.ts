import { csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import { requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: requestWith([ext.aki()]),
  passes: requestWith([]),
  others: [{ kind: 'csr', der: csr({ extensions: null }) }],
};
