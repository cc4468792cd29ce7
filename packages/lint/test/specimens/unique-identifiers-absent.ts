import { encodeElement } from '@quorate/der';
import { certificate, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ uniqueIds: [encodeElement(0x81, hex('0001'))] }),
  passes: certificate(),
  moreFails: [{ kind: 'tbs', der: tbs({ uniqueIds: [encodeElement(0x82, hex('0001'))] }) }],
};
