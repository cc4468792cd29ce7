import { certificate, tbs } from '../make/objects.ts';
import { generalizedTime, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notAfter: utcTime('250603094116+0100') }),
  passes: certificate({ notAfter: utcTime('250603094116Z') }),
  moreFails: [
    { kind: 'tbs', der: tbs({ notBefore: utcTime('240603094117-0000') }) },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('20510603094116') }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ notAfter: generalizedTime('20510603094116Z') }) }],
};
