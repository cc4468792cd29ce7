import { certificate, tbs } from '../make/objects.ts';
import { time, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const notBefore = time('2024-01-23T00:00:07Z');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notBefore, notAfter: time('2024-04-22T00:00:07Z') }),
  passes: certificate({ notBefore, notAfter: time('2024-04-22T00:00:06Z') }),
  morePasses: [{ kind: 'tbs', der: tbs({ notBefore, notAfter: time('2024-04-23T00:00:07Z') }) }],
  others: [{ kind: 'certificate', der: certificate({ notBefore, notAfter: utcTime('2404220000Z') }) }],
};
