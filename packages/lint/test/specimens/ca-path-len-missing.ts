import { caCertificate, certificate, rootCertificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const ca = (pathLen: number | null): Uint8Array =>
  caCertificate({ extensions: [ext.basicConstraints(true, pathLen), ext.aki(), ext.ski()] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: ca(null),
  passes: ca(0),
  others: [
    { kind: 'certificate', der: rootCertificate() },
    { kind: 'certificate', der: certificate() },
  ],
};
