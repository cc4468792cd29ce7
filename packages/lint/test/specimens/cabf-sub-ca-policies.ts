import { policies } from '../make/extensions.ts';
import { caCertificate, certificate, rootCertificate } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate(),
  passes: caCertificate({ more: [policies('2.23.140.1.2.2')] }),
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: rootCertificate() },
  ],
};
