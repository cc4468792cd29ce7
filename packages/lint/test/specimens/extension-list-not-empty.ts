import { certificate, csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ extensions: [] }),
  passes: certificate(),
  moreFails: [{ kind: 'csr', der: csr({ extensions: [] }) }],
  others: [
    { kind: 'certificate', der: certificate({ extensions: null }) },
    { kind: 'csr', der: csr({ extensions: null }) },
  ],
};
