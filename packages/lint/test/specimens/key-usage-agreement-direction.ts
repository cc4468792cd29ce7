import { certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import { leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.keyUsage(['digitalSignature', 'encipherOnly'])]),
  passes: leafWith([ext.keyUsage(['digitalSignature', 'keyAgreement', 'encipherOnly'])]),
  moreFails: [{ kind: 'csr', der: requestWith([ext.keyUsage(['decipherOnly'])]) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
