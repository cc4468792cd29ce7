import { caCertificate, certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const ca = (...usages: readonly string[]): Uint8Array =>
  caCertificate({ extensions: [ext.basicConstraints(true), ext.keyUsage(usages)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: ca('keyCertSign'),
  passes: ca('keyCertSign', 'cRLSign'),
  moreFails: [{ kind: 'certificate', der: ca('digitalSignature', 'cRLSign') }],
  morePasses: [{ kind: 'certificate', der: ca('digitalSignature', 'keyCertSign', 'cRLSign') }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: caCertificate({ extensions: [ext.basicConstraints(true)] }) },
  ],
};
