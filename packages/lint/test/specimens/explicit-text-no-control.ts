import { notice, policies, policy } from '../make/extensions.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const textOf = (value: string | Uint8Array) => leafWith([policies(policy('2.23.140.1.2.1', notice(value)))]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: textOf('a\u0010notice'),
  passes: textOf('a notice'),
  moreFails: [
    { kind: 'certificate', der: textOf('a notice\u007f') },
    { kind: 'certificate', der: textOf('a notice\u0088') },
    { kind: 'certificate', der: textOf('\u0000') },
    { kind: 'certificate', der: textOf('\u001f') },
    { kind: 'certificate', der: textOf('\u009f') },
  ],
  morePasses: [{ kind: 'certificate', der: textOf('a~\u00a0notice') }],
  others: [{ kind: 'certificate', der: leafWith([policies(policy('2.23.140.1.2.1', notice()))]) }],
};
