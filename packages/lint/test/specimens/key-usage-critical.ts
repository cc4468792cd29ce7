import { ext } from '../make/values.ts';
import { leafWith, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.keyUsage(['digitalSignature'], false)]),
  passes: leafWith([ext.keyUsage(['digitalSignature'])]),
  moreFails: [{ kind: 'csr', der: requestWith([ext.keyUsage(['digitalSignature'], false)]) }],
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.15') }],
};
