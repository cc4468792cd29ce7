import { describe, expect, it } from 'vitest';
import {
  type Approver,
  certificateApprover,
  checkPolicy,
  type Group,
  group,
  never,
  onboardedApprover,
  policy,
  publicKeyApprover,
  type Rule,
  rule,
  type Token,
  token,
  unguarded,
} from '../src/index.ts';
import { certificate, compressed, keys } from './keys.ts';
import { refusal, refused } from './refusal.ts';

const [anna, ben, carla] = keys.slice(2, 5).map((key, i) => publicKeyApprover(key, ['Anna', 'Ben', 'Carla'][i])) as [
  Approver,
  Approver,
  Approver,
];
const annas = keys[2] as Uint8Array;
const two = group({ name: 'officers', quorum: 2, approvers: [anna, ben, carla] });
const guarded = rule([token({ timeout: 600, groups: [two] })]);
const all = (changes: Partial<Record<'use' | 'block' | 'unblock' | 'modify', Rule>>) => ({
  use: guarded,
  block: guarded,
  unblock: guarded,
  modify: guarded,
  ...changes,
});

describe('what is built is sound', () => {
  it('a guarded policy passes its check', () => {
    const built = policy(all({}));
    expect(built.blocked).toBe(false);
    expect(checkPolicy(built)).toMatchObject({ verdict: 'pass' });
    expect(checkPolicy(built).findings.every((it) => it.outcome === 'pass')).toBe(true);
  });

  it('the parts have the defaults that are written down', () => {
    expect(token({ groups: [two] })).toEqual({ name: null, timelock: 0, timeout: 0, groups: [two] });
    expect(group({ quorum: 1, approvers: [anna] }).name).toBeNull();
    expect(policy({ ...all({}), blocked: null }).blocked).toBeNull();
    expect(policy({ ...all({}), blocked: true }).blocked).toBe(true);
    expect(never()).toEqual({ tokens: [] });
  });

  it('what was built does not change with what it was built from', () => {
    const approvers = [anna, ben];
    const built = group({ quorum: 2, approvers });
    approvers.pop();
    expect(built.approvers).toHaveLength(2);
  });
});

describe('a group is refused', () => {
  it.each([
    ['quorum 0', { quorum: 0, approvers: [anna] }, 'quorum-invalid', 'quorum'],
    ['quorum 0 of nobody', { quorum: 0, approvers: [] }, 'quorum-invalid', 'quorum'],
    ['a negative quorum', { quorum: -1, approvers: [anna] }, 'quorum-invalid', 'quorum'],
    ['half a quorum', { quorum: 1.5, approvers: [anna, ben] }, 'quorum-invalid', 'quorum'],
    ['a quorum that is no number', { quorum: Number.NaN, approvers: [anna] }, 'quorum-invalid', 'quorum'],
    ['a quorum above the approvers', { quorum: 3, approvers: [anna, ben] }, 'quorum-unreachable', 'quorum'],
    ['a quorum of nobody', { quorum: 1, approvers: [] }, 'quorum-unreachable', 'quorum'],
    ['a key twice', { quorum: 1, approvers: [anna, ben, anna] }, 'duplicate-key', 'approvers[2]'],
    [
      'a key twice, once compressed',
      { quorum: 1, approvers: [anna, publicKeyApprover(compressed(annas), 'Hannah')] },
      'duplicate-key',
      'approvers[1]',
    ],
    [
      'a key twice, once in a certificate',
      { quorum: 1, approvers: [certificateApprover(certificate(annas, 'Hannah')), anna] },
      'duplicate-key',
      'approvers[1]',
    ],
    [
      'an onboarded name twice',
      { quorum: 1, approvers: [onboardedApprover('anna'), onboardedApprover('anna')] },
      'duplicate-key',
      'approvers[1]',
    ],
    ['a name with a line end', { name: 'a\nb', quorum: 1, approvers: [anna] }, 'name-invalid', 'name'],
    ['a name that turns around', { name: 'a\u202eb', quorum: 1, approvers: [anna] }, 'name-invalid', 'name'],
    ['a name with half a character', { name: '\ud83d', quorum: 1, approvers: [anna] }, 'name-invalid', 'name'],
    ['a name beyond the format', { name: 'é'.repeat(32_768), quorum: 1, approvers: [anna] }, 'name-invalid', 'name'],
  ] as const)('%s', (_, parts, code, path) => {
    expect(refused(() => group(parts))).toEqual([code, path]);
  });
});

describe('a token is refused', () => {
  it.each([
    ['a negative timelock', { timelock: -60 }, 'time-invalid', 'timelock'],
    ['a timeout of a fraction', { timeout: 0.5 }, 'time-invalid', 'timeout'],
    ['an endless timeout', { timeout: Number.POSITIVE_INFINITY }, 'time-invalid', 'timeout'],
    ['minutes given for seconds', { timeout: 10 }, 'time-not-whole-minutes', 'timeout'],
    ['milliseconds', { timeout: 600_001 }, 'time-not-whole-minutes', 'timeout'],
    ['a time beyond the binary form', { timelock: 0x1_0000_0000 * 60 }, 'number-too-large', 'timelock'],
    ['a timelock above the timeout', { timelock: 660, timeout: 600 }, 'window-inverted', 'timelock'],
    ['a name with a control character', { name: '\u0085' }, 'name-invalid', 'name'],
    ['a bad group', { groups: [two, { ...two, quorum: 4 }] }, 'quorum-unreachable', 'groups[1].quorum'],
  ] as const)('%s', (_, parts, code, path) => {
    expect(refused(() => token({ groups: [two], ...parts }))).toEqual([code, path]);
  });

  it('but not a timelock with an endless window, nor one at its end', () => {
    expect(token({ timelock: 600, groups: [two] }).timeout).toBe(0);
    expect(token({ timelock: 600, timeout: 600, groups: [two] }).timelock).toBe(600);
    expect(token({ timeout: 0xffff_ffff * 60, groups: [two] }).timelock).toBe(0);
  });
});

describe('an approver is refused', () => {
  it.each([
    ['a key cut short', () => publicKeyApprover(annas.subarray(1)), 'key-invalid', 'publicKey'],
    [
      'a certificate cut short',
      () => certificateApprover(new Uint8Array([0x30])),
      'certificate-invalid',
      'certificate',
    ],
    ['no name for an onboarded one', () => onboardedApprover(''), 'name-missing', 'name'],
    ['a name with a control character', () => publicKeyApprover(annas, 'Anna\0'), 'name-invalid', 'name'],
    ['an onboarded name with one', () => onboardedApprover('\x07'), 'name-invalid', 'name'],
    [
      'a certificate with a name that turns around',
      () => certificateApprover(certificate(annas, 'Anna'), '\u2067'),
      'name-invalid',
      'name',
    ],
  ] as const)('%s', (_, attempt, code, path) => {
    expect(refused(attempt)).toEqual([code, path]);
  });
});

describe('a rule', () => {
  it('without tokens has a word of its own', () => {
    expect(() => rule([])).toThrow(TypeError);
    expect(() => rule([])).toThrow('never()');
  });

  it('that is too large for the format is refused', () => {
    const wide = token({ name: 'x'.repeat(40_000), groups: [two] });
    expect(refused(() => rule([wide, wide]))).toEqual(['size-exceeded', '']);
    expect(refused(() => policy(all({ block: { tokens: [wide, wide] } })))).toEqual(['size-exceeded', 'block']);
    expect(refused(() => policy(all({ use: rule([wide]), block: rule([wide]) })))).toEqual(['size-exceeded', '']);
  });
});

describe('a policy is refused', () => {
  const open = (parts: Partial<Token>): Rule => ({
    tokens: [{ name: null, timelock: 0, timeout: 0, groups: [], ...parts }],
  });

  it.each([
    ['a null rule', null],
    ['an empty token', unguarded()],
    ['a token with null groups', open({ groups: null })],
    ['a token without groups, in a window', open({ timelock: 60, timeout: 600 })],
    ['an open token beside a guarded one', { tokens: [...(guarded?.tokens ?? []), ...(unguarded()?.tokens ?? [])] }],
  ])('%s, unless it is permitted for that rule', (_, it) => {
    for (const name of ['use', 'block', 'unblock', 'modify'] as const) {
      const parts = all({ [name]: it });
      const others = (['use', 'block', 'unblock', 'modify'] as const).filter((other) => other !== name);
      expect(refused(() => policy(parts))).toEqual(['unguarded', name]);
      expect(refused(() => policy(parts, { allowUnguarded: false }))).toEqual(['unguarded', name]);
      expect(refused(() => policy(parts, { allowUnguarded: others }))).toEqual(['unguarded', name]);
      expect(policy(parts, { allowUnguarded: [name] }).rules[name]).toEqual(it);
      expect(policy(parts, { allowUnguarded: true }).rules[name]).toEqual(it);
    }
  });

  it('whose parts were not made by builders, with the whole path', () => {
    const bad: Group = { ...two, quorum: 0 };
    const hand: Rule = { tokens: [{ name: null, timelock: 0, timeout: 0, groups: [two, bad] }] };
    expect(refused(() => policy(all({ unblock: hand }), { allowUnguarded: true }))).toEqual([
      'quorum-invalid',
      'unblock.tokens[0].groups[1].quorum',
    ]);
    expect(refused(() => policy(all({ modify: open({ timelock: 61 }) }), { allowUnguarded: true }))[1]).toBe(
      'modify.tokens[0].timelock',
    );
  });

  it('that leaves a rule out', () => {
    const { modify: _, ...three } = all({});
    expect(() => policy(three as never)).toThrow(TypeError);
    expect(() => policy(three as never)).toThrow('`modify` is missing');
  });

  it('in words that say what would happen', () => {
    expect(refusal(() => policy(all({ modify: null }))).message).toBe(
      'policy: unguarded at `modify`, expected approvers, or `allowUnguarded` with `modify`, ' +
        'found a rule by which everybody may change the policy',
    );
  });

  it('but rules for nobody are taken', () => {
    expect(policy(all({ block: never(), unblock: never(), modify: never() })).rules.modify).toEqual({ tokens: [] });
  });
});
