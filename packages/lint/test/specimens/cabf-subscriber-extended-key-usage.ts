import { caCertificate, certificate } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const names = ext.san([general.dns('example.org')]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ extensions: [names] }),
  passes: certificate({ extensions: [names, ext.extKeyUsage(['serverAuth'])] }),
  others: [
    { kind: 'certificate', der: caCertificate() },
    { kind: 'certificate', der: certificate({ extensions: [ext.extKeyUsage(['emailProtection'])] }) },
  ],
};
