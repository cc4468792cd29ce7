import { caCertificate, certificate, csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const extensions = (...usages: readonly string[]): Uint8Array[] => [
  ext.basicConstraints(true, 0),
  ext.aki(),
  ext.ski(),
  ext.keyUsage(usages),
];

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ extensions: extensions('digitalSignature', 'keyCertSign') }),
  passes: caCertificate({ extensions: extensions('digitalSignature', 'keyCertSign', 'cRLSign') }),
  moreFails: [{ kind: 'csr', der: csr({ extensions: extensions('keyCertSign') }) }],
  others: [
    { kind: 'certificate', der: caCertificate({ extensions: extensions('digitalSignature') }) },
    { kind: 'certificate', der: certificate({ extensions: [ext.keyUsage(['keyCertSign'])] }) },
  ],
};
