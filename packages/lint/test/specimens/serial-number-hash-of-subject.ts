import { certificate } from '../make/objects.ts';
import { hex, name, printable } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const subject = name(['CN', printable('SUB-Securosys-001')]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject, serialNumber: hex('4c171091') }),
  passes: certificate({ subject, serialNumber: hex('4c171092') }),
  others: [{ kind: 'certificate', der: certificate({ subject }) }],
};
