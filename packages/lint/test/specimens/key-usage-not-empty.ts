import { ext, extension, hex } from '../make/values.ts';
import { leafWith, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.keyUsage([])]),
  passes: leafWith([ext.keyUsage(['digitalSignature'])]),
  moreFails: [{ kind: 'csr', der: requestWith([extension('keyUsage', hex('03020700'), true)]) }],
  morePasses: [{ kind: 'certificate', der: leafWith([extension('keyUsage', hex('0303070080'), true)]) }],
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.15') }],
};
