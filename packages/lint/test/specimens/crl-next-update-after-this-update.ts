import { crl } from '../make/objects.ts';
import { time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const thisUpdate = time('2024-06-03T09:41:17Z');

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ thisUpdate, nextUpdate: thisUpdate }),
  passes: crl({ thisUpdate, nextUpdate: time('2024-06-03T09:41:18Z') }),
  moreFails: [{ kind: 'crl', der: crl({ thisUpdate, nextUpdate: time('2024-06-02T09:41:17Z') }) }],
  others: [{ kind: 'crl', der: crl({ thisUpdate, nextUpdate: null }) }],
};
