import { certificate, tbs } from '../make/objects.ts';
import { time, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notBefore: time('2024-02-07T00:00:00Z') }),
  passes: certificate({ notBefore: time('2024-02-07T00:00:01Z') }),
  moreFails: [{ kind: 'tbs', der: tbs({ notBefore: time('2024-02-16T23:00:00Z') }) }],
  morePasses: [{ kind: 'tbs', der: tbs({ notBefore: time('2024-02-16T23:30:00Z') }) }],
  others: [{ kind: 'certificate', der: certificate({ notBefore: utcTime('2402070000Z') }) }],
};
