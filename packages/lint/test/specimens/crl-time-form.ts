import { crl, revoked } from '../make/objects.ts';
import { generalizedTime, hex, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ thisUpdate: utcTime('2406030941Z') }),
  passes: crl({ thisUpdate: utcTime('240603094100Z') }),
  moreFails: [
    { kind: 'crl', der: crl({ nextUpdate: utcTime('240610114117+0200') }) },
    { kind: 'crl', der: crl({ nextUpdate: generalizedTime('20500101000000.5Z') }) },
    { kind: 'crl', der: crl({ revoked: [revoked(hex('11'), utcTime('240601123045'))] }) },
  ],
};
