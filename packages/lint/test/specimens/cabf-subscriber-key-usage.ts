import { caCertificate, certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const server = (...usages: readonly string[]): Uint8Array =>
  certificate({ extensions: [ext.keyUsage(usages), ext.extKeyUsage(['serverAuth'])] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: server('digitalSignature', 'cRLSign'),
  passes: server('digitalSignature'),
  moreFails: [{ kind: 'certificate', der: server('keyCertSign') }],
  others: [
    { kind: 'certificate', der: caCertificate() },
    { kind: 'certificate', der: certificate({ extensions: null }) },
  ],
};
