import { certificate, csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usage = ext.keyUsage(['digitalSignature']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ more: [usage] }),
  passes: certificate(),
  moreFails: [{ kind: 'csr', der: csr({ extensions: [usage, ext.extKeyUsage(['serverAuth']), usage] }) }],
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
