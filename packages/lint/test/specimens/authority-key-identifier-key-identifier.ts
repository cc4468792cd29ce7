import { rootCertificate } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWithout('2.5.29.35'),
  passes: leafWith([]),
  moreFails: [{ kind: 'certificate', der: leafWith([extension('authorityKeyIdentifier', hex('3000'))]) }],
  others: [{ kind: 'certificate', der: rootCertificate() }],
};
