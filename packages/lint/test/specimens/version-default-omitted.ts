import { encodeElement, encodeExplicit, encodeInteger, Tag } from '@quorate/der';
import { certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ version: encodeExplicit(0, encodeInteger(0)), extensions: null }),
  passes: certificate({ version: encodeExplicit(0, encodeInteger(1)), extensions: null }),
  moreFails: [{ kind: 'tbs', der: tbs({ version: encodeExplicit(0, encodeElement(Tag.INTEGER, hex('0000'))) }) }],
  morePasses: [
    { kind: 'certificate', der: certificate() },
    { kind: 'tbs', der: tbs({ version: encodeExplicit(0, encodeElement(Tag.INTEGER)) }) },
    { kind: 'tbs', der: tbs({ version: encodeExplicit(0, encodeElement(Tag.INTEGER, hex('0001'))) }) },
  ],
  others: [{ kind: 'certificate', der: certificate({ version: null, extensions: null }) }],
};
