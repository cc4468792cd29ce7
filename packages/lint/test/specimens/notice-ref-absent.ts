import { encodeInteger, encodeSequence } from '@quorate/der';
import { notice, policies, policy } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { utf8 } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const reference = encodeSequence(utf8('Example'), encodeSequence(encodeInteger(1)));
const noticeOf = (...fields: (string | Uint8Array)[]) =>
  leafWith([policies(policy('2.23.140.1.2.1', notice(...fields)))]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: noticeOf(reference, 'a notice'),
  passes: noticeOf('a notice'),
  moreFails: [{ kind: 'certificate', der: noticeOf(reference) }],
  morePasses: [{ kind: 'certificate', der: noticeOf() }],
  others: [{ kind: 'certificate', der: certificate() }],
};
