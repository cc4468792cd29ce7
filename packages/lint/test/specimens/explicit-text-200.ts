import { notice, policies, policy } from '../make/extensions.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const textOf = (value: string | Uint8Array) => leafWith([policies(policy('2.23.140.1.2.1', notice(value)))]);

export const specimen: Specimen = {
  kind: 'certificate',

  fails: textOf('x'.repeat(201)),
  passes: textOf('x'.repeat(200)),
  moreFails: [{ kind: 'certificate', der: textOf('') }],
  morePasses: [
    { kind: 'certificate', der: textOf('\u{1f600}'.repeat(200)) },
    { kind: 'certificate', der: textOf('x') },
  ],
  others: [{ kind: 'certificate', der: leafWith([policies(policy('2.23.140.1.2.1', notice()))]) }],
};
