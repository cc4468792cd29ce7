import { certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ serialNumber: hex('0090a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3') }),
  passes: certificate({ serialNumber: hex('10a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3') }),
  moreFails: [{ kind: 'tbs', der: tbs({ serialNumber: new Uint8Array(200).fill(1) }) }],
};
