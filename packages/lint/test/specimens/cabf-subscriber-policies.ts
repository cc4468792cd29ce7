import { policies } from '../make/extensions.ts';
import { caCertificate, certificate } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate(),
  passes: certificate({ more: [policies('2.23.140.1.2.1')] }),
  others: [{ kind: 'certificate', der: caCertificate() }],
};
