import { caCertificate, certificate } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const purpose = ext.extKeyUsage(['serverAuth']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ extensions: [purpose] }),
  passes: certificate({ extensions: [purpose, ext.san([general.dns('example.org')])] }),
  others: [{ kind: 'certificate', der: caCertificate() }],
};
