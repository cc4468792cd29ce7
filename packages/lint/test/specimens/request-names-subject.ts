import { csr } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ subject: name(), extensions: null }),
  passes: csr({ subject: name() }),
  morePasses: [{ kind: 'csr', der: csr({ extensions: null }) }],
};
