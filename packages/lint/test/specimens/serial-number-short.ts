import { certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ serialNumber: hex('4d7a11c03be25f') }),
  passes: certificate({ serialNumber: hex('4d7a11c03be25f18') }),
  moreFails: [
    { kind: 'certificate', der: certificate({ serialNumber: hex('00 8000000000000f') }) },
    { kind: 'tbs', der: tbs({ serialNumber: hex('01') }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ serialNumber: hex('00 8000000000000f01') }) }],
};
