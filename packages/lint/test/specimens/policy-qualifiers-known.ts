import { encodeNull } from '@quorate/der';
import { cps, notice, policies, policy, qualifier } from '../make/extensions.ts';
import { caWith, leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const policyWith = (...qualifiers: Uint8Array[]) => leafWith([policies(policy('2.23.140.1.2.1', ...qualifiers))]);
const other = qualifier('1.3.6.1.4.1.99999.2', encodeNull());

export const specimen: Specimen = {
  kind: 'certificate',
  fails: policyWith(other),
  passes: policyWith(cps('https://example.org/cps')),
  moreFails: [{ kind: 'certificate', der: leafWith([policies('2.23.140.1.2.2', policy('2.23.140.1.2.1', other))]) }],
  morePasses: [{ kind: 'certificate', der: policyWith(notice('a notice')) }],
  others: [
    { kind: 'certificate', der: policyWith() },
    { kind: 'certificate', der: caWith([policies(policy('2.5.29.32.0', other))]) },
  ],
};
