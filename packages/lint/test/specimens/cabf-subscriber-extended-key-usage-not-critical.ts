import { caCertificate, certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const server = (critical: boolean): Uint8Array =>
  certificate({ extensions: [ext.extKeyUsage(['serverAuth'], critical)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: server(true),
  passes: server(false),
  others: [
    { kind: 'certificate', der: caCertificate({ more: [ext.extKeyUsage(['serverAuth'], true)] }) },
    { kind: 'certificate', der: certificate({ extensions: null }) },
  ],
};
