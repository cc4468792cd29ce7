import { caCertificate, certificate, rootCertificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usage = ext.keyUsage(['keyCertSign', 'cRLSign']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ extensions: [ext.basicConstraints(true, 0, false), ext.aki(), ext.ski(), usage] }),
  passes: caCertificate({ extensions: [ext.basicConstraints(true, 0), ext.aki(), ext.ski(), usage] }),
  morePasses: [{ kind: 'certificate', der: rootCertificate() }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ more: [ext.basicConstraints(false, null, false)] }) },
  ],
};
