import { encodeElement, encodeExplicit, encodeInteger, Tag } from '@quorate/der';
import { certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ version: encodeExplicit(0, encodeInteger(3)) }),
  passes: certificate({ version: encodeExplicit(0, encodeInteger(2)) }),
  moreFails: [
    { kind: 'tbs', der: tbs({ version: encodeExplicit(0, encodeInteger(-1)) }) },
    { kind: 'certificate', der: certificate({ version: encodeExplicit(0, encodeElement(Tag.INTEGER, hex('0002'))) }) },
    { kind: 'certificate', der: certificate({ version: encodeExplicit(0, encodeElement(Tag.INTEGER)) }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ version: encodeExplicit(0, encodeInteger(1)), extensions: null }) },
    { kind: 'certificate', der: certificate({ version: encodeExplicit(0, encodeInteger(0)), extensions: null }) },
  ],
  others: [{ kind: 'certificate', der: certificate({ version: null, extensions: null }) }],
};
