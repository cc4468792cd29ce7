import { ext } from '../make/values.ts';
import { leafWith, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.extKeyUsage(['anyExtendedKeyUsage'], true)]),
  passes: leafWith([ext.extKeyUsage(['anyExtendedKeyUsage'])]),
  moreFails: [{ kind: 'csr', der: requestWith([ext.extKeyUsage(['serverAuth', 'anyExtendedKeyUsage'], true)]) }],
  morePasses: [{ kind: 'certificate', der: leafWith([ext.extKeyUsage(['serverAuth'], true)]) }],
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.37') }],
};
