import {
  certificateApprover,
  type Group,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  type Token,
} from '../../src/index.ts';
import { certificate, keys } from '../keys.ts';

/** Builders refuse nasty names; readers do not. */
const key = (i: number, name: string | null) => ({ ...publicKeyApprover(keys[i % keys.length] as Uint8Array), name });
const group = (quorum: number, approvers: Group['approvers'], name: string | null = null): Group => ({
  name,
  quorum,
  approvers,
});
const token = (groups: Token['groups'], timelock = 0, timeout = 0, name: string | null = null): Token => ({
  name,
  timelock,
  timeout,
  groups,
});

/** A policy such as people have: two alternatives, certificates, an onboarded auditor, an unguarded and a closed rule. */
export const usual: Policy = {
  rules: {
    use: {
      tokens: [
        token(
          [group(2, [key(2, 'officer-1'), key(3, 'officer-2'), key(4, 'officer-3')], 'Security officers')],
          0,
          600,
          'day',
        ),
        token(
          [
            group(1, [key(2, 'officer-1'), key(3, 'officer-2')], 'Security officers'),
            group(1, [
              certificateApprover(certificate(keys[5] as Uint8Array, 'auditor-1')),
              onboardedApprover('auditor-2'),
            ]),
          ],
          300,
          3600,
          'night',
        ),
      ],
    },
    block: { tokens: [token([group(1, [key(2, 'officer-1'), key(3, 'officer-2')])])] },
    unblock: null,
    modify: { tokens: [] },
  },
  blocked: false,
};

/** Names meant to break out of a drawing, names too long, and names in many scripts. */
export const nasty: Policy = {
  rules: {
    use: {
      tokens: [
        token(
          [
            group(
              1,
              [
                key(2, '</text><script>alert(1)</script>'),
                key(3, '"]; click r1 href "javascript:x" %%{init: {}}%%'),
                key(4, 'W'.repeat(80)),
                key(5, 'Žofie Nováková'),
                key(6, '山田太郎'),
                key(7, 'مدير المفتاح'),
                key(8, '1. first'),
                key(9, 'a\u202eb\u0000\uffff&amp;'),
              ],
              'M'.repeat(60),
            ),
            group(3, [], '--> end'),
            group(0, [key(2, '`**bold**`')]),
          ],
          180,
          180,
          'subgraph end',
        ),
        token([], 3600, 60),
        token(null, 0, 60, 'x'),
      ],
    },
    block: { tokens: null },
    unblock: { tokens: [token([])] },
    modify: { tokens: [token([group(2, [key(0, null)])])] },
  },
  blocked: true,
};

/** More of everything than a drawing shows. */
export const crowded: Policy = {
  rules: {
    use: {
      tokens: [
        token(
          [
            group(
              51,
              Array.from({ length: 100 }, (_, i) => key(i, `approver-${i + 1}`)),
              'everyone',
            ),
          ],
          0,
          86_400,
        ),
      ],
    },
    block: {
      tokens: Array.from({ length: 20 }, (_, i) => token([group(1, [key(i, `approver-${i + 1}`)])], 0, 60 * (i + 1))),
    },
    unblock: {
      tokens: [
        token(
          Array.from({ length: 17 }, (_, i) =>
            group(1, [key(i, `a-${i + 1}`), key(i + 1, `b-${i + 1}`)], `team ${i + 1}`),
          ),
        ),
      ],
    },
    modify: { tokens: [] },
  },
  blocked: null,
};

/** Two approvers by key. */
export const keyApprovers = [key(2, 'officer-1'), key(3, 'officer-2')] as const;
