import { algorithm } from '../make/keys.ts';
import { certificate, rootCertificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: algorithm.sha1WithRsa }),
  passes: certificate({ signature: algorithm.sha256WithRsa }),
  moreFails: [{ kind: 'certificate', der: certificate({ signature: algorithm.ecdsaWithSha1 }) }],
  others: [
    { kind: 'certificate', der: rootCertificate({ signature: algorithm.sha1WithRsa }) },
    {
      kind: 'certificate',
      der: certificate({ signature: algorithm.sha1WithRsa, extensions: [ext.extKeyUsage(['codeSigning'])] }),
    },
  ],
};
