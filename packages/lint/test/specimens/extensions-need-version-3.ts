import { encodeExplicit, encodeInteger } from '@quorate/der';
import { certificate, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ version: encodeExplicit(0, encodeInteger(1)) }),
  passes: certificate(),
  moreFails: [
    { kind: 'certificate', der: certificate({ version: null }) },
    { kind: 'tbs', der: tbs({ version: encodeExplicit(0, encodeInteger(3)) }) },
    { kind: 'certificate', der: certificate({ version: encodeExplicit(0, encodeInteger(1)), extensions: [] }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ version: null, extensions: null }) },
    { kind: 'certificate', der: certificate({ version: encodeExplicit(0, encodeInteger(1)), extensions: null }) },
  ],
};
