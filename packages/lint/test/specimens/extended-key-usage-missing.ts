import { caCertificate, certificate, tbs } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usage = ext.keyUsage(['digitalSignature']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ extensions: [ext.aki(), ext.ski(), usage] }),
  passes: certificate({ extensions: [ext.aki(), ext.ski(), usage, ext.extKeyUsage(['codeSigning'])] }),
  moreFails: [{ kind: 'tbs', der: tbs({ extensions: null }) }],
  others: [{ kind: 'certificate', der: caCertificate() }],
};
