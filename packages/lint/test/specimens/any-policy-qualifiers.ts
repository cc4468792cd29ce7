import { encodeNull } from '@quorate/der';
import { cps, notice, policies, policy, qualifier } from '../make/extensions.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const any = '2.5.29.32.0';
const other = qualifier('1.3.6.1.4.1.99999.2', encodeNull());

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([policies(policy(any, other))]),
  passes: caWith([policies(policy(any, cps('https://example.org/cps')))]),
  moreFails: [{ kind: 'certificate', der: caWith([policies(policy(any, notice('a notice'), other))]) }],
  morePasses: [{ kind: 'certificate', der: caWith([policies(any, policy('2.23.140.1.2.1', other))]) }],
  others: [{ kind: 'certificate', der: caWith([policies(policy('2.23.140.1.2.1', other))]) }],
};
