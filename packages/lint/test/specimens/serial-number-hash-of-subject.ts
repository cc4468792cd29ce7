import { certificate, tbs } from '../make/objects.ts';
import { hex, name, printable } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const subject = name(['CN', printable('SUB-Securosys-001')]);

/** The hash of `CN=CA-Key` is negative, 855f1c02: as it is, as a positive number, without its sign, and negated. */
const caKey = name(['CN', printable('CA-Key')]);
const negative = ['855f1c02', '00855f1c02', '055f1c02', '7aa0e3fe'].map((serial) =>
  tbs({ subject: caKey, serialNumber: hex(serial) }),
);

/** Written with and without a space behind the comma. */
const two = name(['O', 'Example'], ['CN', 'x']);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject, serialNumber: hex('4c171091') }),
  passes: certificate({ subject, serialNumber: hex('4c171092') }),
  moreFails: [
    ...negative.map((der) => ({ kind: 'tbs', der }) as const),
    { kind: 'tbs', der: tbs({ subject: two, serialNumber: hex('7c42ff16') }) },
    { kind: 'tbs', der: tbs({ subject: two, serialNumber: hex('7d1ec782') }) },
  ],
  morePasses: [
    { kind: 'tbs', der: tbs({ subject: caKey, serialNumber: hex('01') }) },
    { kind: 'tbs', der: tbs({ subject: name(), serialNumber: hex('00') }) },
  ],
  others: [
    { kind: 'certificate', der: certificate({ subject }) },
    { kind: 'tbs', der: tbs({ subject, serialNumber: hex('00004c171091') }) },
  ],
};
