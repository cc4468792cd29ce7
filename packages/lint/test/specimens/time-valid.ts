import { encodeElement, Tag } from '@quorate/der';
import { certificate, tbs } from '../make/objects.ts';
import { generalizedTime, printable, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notAfter: utcTime('250230094116Z') }),
  passes: certificate({ notAfter: utcTime('250228094116Z') }),
  moreFails: [
    { kind: 'tbs', der: tbs({ notBefore: utcTime('soon') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250431094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250631094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250931094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('251131094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('280230094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('251301094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250001094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250100094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250101244116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250101096016Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250101094160Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250132094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('2501010941161Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('230229094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('21000229094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('20500101') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('20250101094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: printable('250101094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: encodeElement(Tag.GENERALIZED_TIME) }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ notAfter: utcTime('280229235959Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250630235959Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250731235959Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250101000000Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('24000229094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: generalizedTime('2050010109Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('2501010941+0100') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('251231094116Z') }) },
    { kind: 'certificate', der: certificate({ notAfter: utcTime('250130000000Z') }) },
  ],
};
