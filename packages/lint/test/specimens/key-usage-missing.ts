import { caCertificate, certificate, tbs } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ extensions: [ext.aki(), ext.ski()] }),
  passes: certificate({ extensions: [ext.aki(), ext.ski(), ext.keyUsage(['digitalSignature'])] }),
  moreFails: [{ kind: 'tbs', der: tbs({ extensions: null }) }],
  others: [{ kind: 'certificate', der: caCertificate({ extensions: [ext.basicConstraints(true)] }) }],
};
