import { caCertificate, rootCertificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usage = ext.keyUsage(['keyCertSign', 'cRLSign']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: rootCertificate({ extensions: [ext.basicConstraints(true, 1), ext.ski(), usage] }),
  passes: rootCertificate({ extensions: [ext.basicConstraints(true), ext.ski(), usage] }),
  others: [{ kind: 'certificate', der: caCertificate() }],
};
