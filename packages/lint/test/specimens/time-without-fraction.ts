import { certificate, tbs } from '../make/objects.ts';
import { generalizedTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notAfter: generalizedTime('20510603094116.5Z') }),
  passes: certificate({ notAfter: generalizedTime('20510603094116Z') }),
  moreFails: [{ kind: 'tbs', der: tbs({ notBefore: generalizedTime('20510603094116,0Z') }) }],
  morePasses: [{ kind: 'certificate', der: certificate() }],
};
