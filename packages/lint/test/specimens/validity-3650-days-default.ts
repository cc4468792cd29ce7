import { certificate, tbs } from '../make/objects.ts';
import { time, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const notBefore = time('2024-01-20T14:25:42Z');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notBefore, notAfter: time('2034-01-17T14:25:42Z') }),
  passes: certificate({ notBefore, notAfter: time('2034-01-17T14:25:43Z') }),
  morePasses: [{ kind: 'tbs', der: tbs({ notBefore, notAfter: time('2024-04-19T14:25:42Z') }) }],
  others: [{ kind: 'certificate', der: certificate({ notBefore, notAfter: utcTime('3401171425Z') }) }],
};
