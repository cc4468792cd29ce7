import { csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ extensions: [ext.extKeyUsage(['codeSigning'], true)] }),
  passes: csr({ extensions: [ext.extKeyUsage(['codeSigning'])] }),
  morePasses: [{ kind: 'csr', der: csr({ extensions: [ext.extKeyUsage(['timeStamping'], true)] }) }],
  others: [{ kind: 'csr', der: csr() }],
};
