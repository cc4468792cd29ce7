import { encodeInteger } from '@quorate/der';
import { csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ version: encodeInteger(2) }),
  passes: csr(),
};
