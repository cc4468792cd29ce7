import { parseJson } from '@quorate/syntax';
import { seedCreateKeyRequest } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import {
  certificateApprover,
  describePolicy,
  describeRule,
  displayDuration,
  displayName,
  type Group,
  onboardedApprover,
  publicKeyApprover,
  readPolicyJson,
  type Token,
} from '../src/index.ts';
import { certificate, keys, unknownKey } from './keys.ts';
import { member } from './wire.ts';

const [anna, ben, carla] = keys.slice(2, 5).map((key, i) => publicKeyApprover(key, ['Anna', 'Ben', 'Carla'][i])) as [
  Group['approvers'][0],
  Group['approvers'][0],
  Group['approvers'][0],
];
const mark = (it: { identity: string | null }): string => (it.identity as string).slice(0, 16);
const officers: Group = { name: 'officers', quorum: 2, approvers: [anna, ben, carla] };
const day: Token = { name: 'day', timelock: 0, timeout: 600, groups: [officers] };

describe('a policy in plain words', () => {
  it('the seed', () => {
    const seed = readPolicyJson(member(parseJson(seedCreateKeyRequest), 'policy'));
    expect(describePolicy(seed)).toEqual([
      "To use the key, block the key, unblock the key or change the policy: one approver, within 10 minutes of the HSM's timestamp.",
      '  ApproverKey1  f173a6108a848bb7  RSA 2048',
      'The key is not blocked.',
    ]);
  });

  it('no policy, and rules for everybody and nobody', () => {
    expect(describePolicy(null)).toEqual(['No policy: an ordinary key, which everybody with access to it may use.']);
    const rules = {
      use: null,
      block: { tokens: null },
      unblock: { tokens: [] },
      modify: { tokens: [{ ...day, groups: null }] },
    };
    expect(describePolicy({ rules, blocked: true })).toEqual([
      'To use the key: everybody, at any time.',
      'To block the key or unblock the key: nobody, ever.',
      "To change the policy: everybody, within 10 minutes of the HSM's timestamp.",
      'The key is blocked.',
    ]);
    expect(describePolicy({ rules, blocked: null })).toHaveLength(3);
  });

  it('one group, names in a column, keys beside them', () => {
    expect(describeRule('use', { tokens: [day] })).toEqual([
      "To use the key: any 2 of 3, within 10 minutes of the HSM's timestamp.",
      `  Anna   ${mark(anna)}  EC P-256`,
      `  Ben    ${mark(ben)}  EC P-256`,
      `  Carla  ${mark(carla)}  EC P-256`,
    ]);
  });

  it('two ways, one of them with two groups', () => {
    const boss: Group = { name: null, quorum: 1, approvers: [onboardedApprover('dora')] };
    const rule = { tokens: [day, { name: null, timelock: 3600, timeout: 90_000, groups: [boss, officers] }] };
    expect(describeRule('modify', rule)).toEqual([
      'To change the policy, one of 2 ways:',
      "  1. day: any 2 of 3, within 10 minutes of the HSM's timestamp.",
      `     Anna   ${mark(anna)}  EC P-256`,
      `     Ben    ${mark(ben)}  EC P-256`,
      `     Carla  ${mark(carla)}  EC P-256`,
      "  2. 2 groups together, from 1 hour until 1 day 1 hour after the HSM's timestamp.",
      '     one approver',
      '       dora  key known to the server only',
      '     officers: any 2 of 3',
      `       Anna   ${mark(anna)}  EC P-256`,
      `       Ben    ${mark(ben)}  EC P-256`,
      `       Carla  ${mark(carla)}  EC P-256`,
    ]);
  });

  it('certificates by their common name, keys without a name by themselves', () => {
    const byName = certificateApprover(certificate(keys[2] as Uint8Array, 'Anna A.'));
    const nameless = publicKeyApprover(unknownKey);
    const lines = describeRule('use', {
      tokens: [{ ...day, groups: [{ ...officers, quorum: 2, approvers: [byName, nameless] }] }],
    });
    expect(lines).toEqual([
      "To use the key: all 2, within 10 minutes of the HSM's timestamp.",
      `  Anna A.               ${mark(byName)}  EC P-256, by certificate`,
      `  key ${mark(nameless)}  ${mark(nameless)}  key of an unsupported kind`,
    ]);
  });

  it('a name that would forge a line or turn it around shows its codes', () => {
    const forged = { ...anna, name: 'Eve\nTo use the key: nobody, ever.\u202e\x1b[2J' };
    const lines = describeRule('use', {
      tokens: [{ ...day, groups: [{ ...officers, quorum: 1, approvers: [forged] }] }],
    });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Eve\\u{a}To use the key: nobody, ever.\\u{202e}\\u{1b}[2J');
  });

  it.each([
    [0, 0, 'at any time'],
    [60, 0, "not before 1 minute after the HSM's timestamp, and then without end"],
    [0, 5400, "within 1 hour 30 minutes of the HSM's timestamp"],
    [60, 120, "from 1 minute until 2 minutes after the HSM's timestamp"],
    [180, 180, "at exactly 3 minutes after the HSM's timestamp"],
    [120, 60, "never: the window opens 2 minutes after the HSM's timestamp and ends after 1 minute"],
  ])('timelock %i, timeout %i: %s', (timelock, timeout, words) => {
    expect(describeRule('use', { tokens: [{ ...day, timelock, timeout }] })[0]).toBe(
      `To use the key: any 2 of 3, ${words}.`,
    );
  });

  it.each([
    [0, 0, 'a group of nobody'],
    [0, 2, 'none of 2'],
    [1, 1, 'one approver'],
    [1, 3, 'any 1 of 3'],
    [3, 3, 'all 3'],
    [4, 3, '4 of only 3'],
    [1, 0, '1 of only 0'],
  ])('quorum %i of %i: %s', (quorum, count, words) => {
    const approvers = officers.approvers.slice(0, count);
    const [line] = describeRule('block', { tokens: [{ ...day, groups: [{ name: null, quorum, approvers }] }] });
    expect(line).toBe(`To block the key: ${words}, within 10 minutes of the HSM's timestamp.`);
  });
});

describe('for the eyes', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [3661, '1 hour 1 minute 1 second'],
    [172_800, '2 days'],
  ])('%i is %s', (seconds, words) => {
    expect(displayDuration(seconds)).toBe(words);
  });

  it('names keep their letters, in whatever script, and lose what moves the cursor', () => {
    expect(displayName('Žofie 山田 👩‍🚒')).toBe('Žofie 山田 👩‍🚒');
    expect(displayName('a\u200eb\ud800c\u2028d\x7f')).toBe('a\\u{200e}b\\u{d800}c\\u{2028}d\\u{7f}');
    expect(displayName('x'.repeat(60))).toBe('x'.repeat(60));
    expect(displayName('👩'.repeat(61))).toBe(`${'👩'.repeat(60)}…`);
  });
});
