import { certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ serialNumber: hex('00 4d7a11c0') }),
  passes: certificate({ serialNumber: hex('4d7a11c0') }),
  moreFails: [
    { kind: 'tbs', der: tbs({ serialNumber: hex('') }) },
    { kind: 'certificate', der: certificate({ serialNumber: hex('ff 8000') }) },
    { kind: 'certificate', der: certificate({ serialNumber: hex('0000') }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ serialNumber: hex('00 8000') }) },
    { kind: 'certificate', der: certificate({ serialNumber: hex('ff 7000') }) },
    { kind: 'certificate', der: certificate({ serialNumber: hex('00') }) },
  ],
};
