import { caCertificate, certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ serialNumber: hex('00') }),
  passes: certificate({ serialNumber: hex('01') }),
  moreFails: [
    { kind: 'certificate', der: caCertificate({ serialNumber: hex('80') }) },
    { kind: 'tbs', der: tbs({ serialNumber: hex('ff') }) },
  ],
  morePasses: [{ kind: 'tbs', der: tbs({ serialNumber: hex('0080') }) }],
};
