import { caCertificate, certificate } from '../make/objects.ts';
import { time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const notBefore = time('2018-06-01T09:41:17Z');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notBefore, notAfter: time('2020-09-03T09:41:18Z') }),
  passes: certificate({ notBefore, notAfter: time('2020-09-03T09:41:17Z') }),
  others: [{ kind: 'certificate', der: caCertificate({ notBefore }) }],
};
