import { csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ attributes: null }),
  passes: csr({ attributes: [] }),
};
