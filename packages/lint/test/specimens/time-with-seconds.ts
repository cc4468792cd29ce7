import { certificate, tbs } from '../make/objects.ts';
import { generalizedTime, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notAfter: utcTime('2506030941Z') }),
  passes: certificate({ notAfter: utcTime('250603094100Z') }),
  moreFails: [
    { kind: 'tbs', der: tbs({ notBefore: generalizedTime('205006030941Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('2050060309Z') }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ notAfter: generalizedTime('20510603094100Z') }) }],
};
