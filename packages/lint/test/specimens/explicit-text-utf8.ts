import { Tag } from '@quorate/der';
import { notice, policies, policy } from '../make/extensions.ts';
import { text } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const textOf = (value: string | Uint8Array) => leafWith([policies(policy('2.23.140.1.2.1', notice(value)))]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: textOf(text(Tag.VISIBLE_STRING, 'a notice')),
  passes: textOf('a notice'),
  moreFails: [{ kind: 'certificate', der: textOf(text(Tag.BMP_STRING, '\u0000a')) }],
  others: [{ kind: 'certificate', der: leafWith([policies(policy('2.23.140.1.2.1', notice()))]) }],
};
