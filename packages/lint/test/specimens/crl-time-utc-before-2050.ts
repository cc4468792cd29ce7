import { crl, revoked } from '../make/objects.ts';
import { generalizedTime, hex, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ nextUpdate: generalizedTime('20491231235959Z') }),
  passes: crl({ nextUpdate: utcTime('491231235959Z') }),
  moreFails: [
    { kind: 'crl', der: crl({ thisUpdate: generalizedTime('20240603094117Z') }) },
    { kind: 'crl', der: crl({ revoked: [revoked(hex('11'), generalizedTime('20240601123045Z'))] }) },
  ],
  morePasses: [{ kind: 'crl', der: crl({ nextUpdate: generalizedTime('20500101000000Z') }) }],
};
