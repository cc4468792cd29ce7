import { caCertificate, certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usage = ext.keyUsage(['digitalSignature']);
const server = (ca: boolean): Uint8Array => certificate({ extensions: [ext.basicConstraints(ca), usage] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: server(true),
  passes: server(false),
  others: [
    { kind: 'certificate', der: caCertificate() },
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ extensions: [ext.basicConstraints(true)] }) },
  ],
};
