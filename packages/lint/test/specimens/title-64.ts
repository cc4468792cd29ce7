import { encodeOid, encodeSequence, encodeSetOf } from '@quorate/der';
import { certificate } from '../make/objects.ts';
import { utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const titled = (length: number) =>
  encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.12'), utf8('x'.repeat(length)))));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: titled(65) }),
  passes: certificate({ subject: titled(64) }),
  others: [{ kind: 'certificate', der: certificate() }],
};
