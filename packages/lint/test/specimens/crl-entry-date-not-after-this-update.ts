import { crl, revoked } from '../make/objects.ts';
import { hex, time, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const thisUpdate = time('2024-06-03T09:41:17Z');

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ thisUpdate, revoked: [revoked(hex('11'), time('2024-06-03T09:41:18Z'))] }),
  passes: crl({ thisUpdate, revoked: [revoked(hex('11'), thisUpdate)] }),
  others: [
    { kind: 'crl', der: crl({ revoked: null }) },
    { kind: 'crl', der: crl({ thisUpdate: utcTime('2406030941Z') }) },
  ],
};
