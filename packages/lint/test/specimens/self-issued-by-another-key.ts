import { CA_NAME, certificate, rootCertificate } from '../make/objects.ts';
import { ext, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const subject = CA_NAME;
const other = hex('a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject, extensions: [ext.aki(), ext.ski(other)] }),
  passes: certificate({ subject, extensions: [ext.aki(), ext.ski()] }),
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: rootCertificate() },
    { kind: 'certificate', der: certificate({ subject, extensions: [ext.aki()] }) },
  ],
};
