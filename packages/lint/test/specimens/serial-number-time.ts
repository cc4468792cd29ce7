import { certificate, tbs } from '../make/objects.ts';
import { hex, time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

/** 1701176260575, as in SKA.md 8.4: milliseconds of 2023-11-28T12:57:40.575Z. */
const serialNumber = hex('018c1601b7df');
const seconds = hex('6565e4c4');
const nanoseconds = hex('179bcacb95a0a800');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ serialNumber, notBefore: time('2023-11-28T12:57:40Z') }),
  passes: certificate({ serialNumber: hex('7c8c1601b7df'), notBefore: time('2023-11-28T12:57:40Z') }),
  moreFails: [
    { kind: 'tbs', der: tbs({ serialNumber: seconds, notBefore: time('2023-11-28T00:00:00Z') }) },
    { kind: 'tbs', der: tbs({ serialNumber: seconds, notBefore: time('2023-11-30T12:57:40Z') }) },
    { kind: 'tbs', der: tbs({ serialNumber: nanoseconds, notBefore: time('2023-11-28T12:57:40Z') }) },
  ],
  morePasses: [
    { kind: 'tbs', der: tbs({ serialNumber: hex('4d7a11c03be25f98'), notBefore: time('2023-11-28T12:57:40Z') }) },
    { kind: 'tbs', der: tbs({ serialNumber: seconds, notBefore: time('2023-11-30T14:00:00Z') }) },
    { kind: 'tbs', der: tbs({ serialNumber: hex('00'), notBefore: time('1970-01-01T00:00:00Z') }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
