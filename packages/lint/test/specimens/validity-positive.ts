import { certificate, tbs } from '../make/objects.ts';
import { time, utcTime } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notBefore: time('2024-06-03T09:41:17Z'), notAfter: time('2024-06-03T09:41:16Z') }),
  passes: certificate({ notBefore: time('2024-06-03T09:41:17Z'), notAfter: time('2024-06-03T09:41:17Z') }),
  moreFails: [{ kind: 'tbs', der: tbs({ notAfter: utcTime('540603094117Z') }) }],
  morePasses: [{ kind: 'certificate', der: certificate() }],
};
