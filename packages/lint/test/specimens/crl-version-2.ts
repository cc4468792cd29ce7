import { encodeInteger } from '@quorate/der';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ version: null }),
  passes: crl(),
  moreFails: [
    { kind: 'crl', der: crl({ version: encodeInteger(2) }) },
    { kind: 'crl', der: crl({ version: encodeInteger(0x0101) }) },
  ],
};
