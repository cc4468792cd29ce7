import { certificate, tbs } from '../make/objects.ts';
import { generalizedTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notAfter: generalizedTime('20491231235959Z') }),
  passes: certificate({ notAfter: generalizedTime('20500101000000Z') }),
  moreFails: [{ kind: 'tbs', der: tbs({ notAfter: generalizedTime('19500101000000Z') }) }],
  morePasses: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('19491231235959Z') }) },
  ],
};
