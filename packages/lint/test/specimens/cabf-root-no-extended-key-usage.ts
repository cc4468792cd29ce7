import { caCertificate, rootCertificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: rootCertificate({ more: [ext.extKeyUsage(['serverAuth'])] }),
  passes: rootCertificate(),
  others: [{ kind: 'certificate', der: caCertificate({ more: [ext.extKeyUsage(['serverAuth'])] }) }],
};
