import { csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ extensions: [ext.extKeyUsage(['anyExtendedKeyUsage'])] }),
  passes: csr({ extensions: [ext.extKeyUsage(['codeSigning'])] }),
  others: [{ kind: 'csr', der: csr() }],
};
