import { caCertificate, certificate } from '../make/objects.ts';
import { time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const notBefore = time('2029-06-01T09:41:17Z');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ notBefore, notAfter: time('2029-07-18T09:41:17Z') }),
  passes: certificate({ notBefore, notAfter: time('2029-07-18T09:41:16Z') }),
  others: [{ kind: 'certificate', der: caCertificate({ notBefore }) }],
};
