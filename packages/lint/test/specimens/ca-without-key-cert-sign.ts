import { caCertificate, certificate, csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const extensions = (...usages: readonly string[]): Uint8Array[] => [ext.basicConstraints(true), ext.keyUsage(usages)];

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ extensions: extensions('digitalSignature') }),
  passes: caCertificate({ extensions: extensions('digitalSignature', 'keyCertSign') }),
  moreFails: [{ kind: 'csr', der: csr({ extensions: extensions('cRLSign') }) }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: caCertificate({ extensions: [ext.basicConstraints(true)] }) },
  ],
};
