import { ext } from '../make/values.ts';
import { leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.extKeyUsage(['serverAuth', 'clientAuth', 'serverAuth'])]),
  passes: leafWith([ext.extKeyUsage(['serverAuth', 'clientAuth'])]),
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.37') }],
};
