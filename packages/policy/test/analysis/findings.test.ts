import { type Approver, checkPolicy, type Group, type Policy, type Rule } from '@quorate/policy';
import { type AnalyzeOptions, analyzePolicy, Budget, skeletonOf } from '@quorate/policy/analysis';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../src/analysis/model.ts';
import { overlapReadings } from '../../src/analysis/overlap.ts';
import { certificateApprovers, keyApprovers } from '../arbitrary.ts';
import { plainRule, policyWith, RUNS, ruleOf, sizeOf } from './oracle.ts';

const key = (i: number, name: string | null = `approver-${i}`): Approver => ({
  ...(keyApprovers[i + 2] as Approver & { type: 'public_key' }),
  name,
});
const onboarded = (name: string): Approver => ({ type: 'onboarded_approver_certificate', name, identity: null });
const group = (quorum: number, ...approvers: readonly Approver[]): Group => ({ name: null, quorum, approvers });
const rule = (...groups: readonly Group[]): Rule => ({ tokens: [{ name: null, timelock: 0, timeout: 3600, groups }] });
const sound: Policy = {
  rules: {
    use: rule(group(2, key(0), key(1), key(2))),
    block: rule(group(1, key(0), key(1))),
    unblock: rule(group(2, key(1), key(2), key(3))),
    modify: rule(group(2, key(3), key(4), key(5))),
  },
  blocked: false,
};
const withUse = (use: Rule): Policy => ({ ...sound, rules: { ...sound.rules, use } });
const findings = (policy: Policy, options: AnalyzeOptions = {}) => analyzePolicy(policy, options).findings;
const found = (policy: Policy, options: AnalyzeOptions = {}) => findings(policy, options).map((it) => it.id);
const timed = (timelock: number, timeout: number): Rule => ({
  tokens: [{ name: null, timelock, timeout, groups: [group(2, key(0), key(1), key(2))] }],
});

const cases: Readonly<Record<string, readonly [Policy, AnalyzeOptions?]>> = {
  'policy.key.kinds': [withUse(rule(group(2, key(0), key(1)), group(1, certificateApprovers[2] as Approver)))],
  'policy.name.shared': [withUse(rule(group(2, key(0), key(1, 'approver-0'), key(2))))],
  'policy.name.alike': [withUse(rule(group(2, key(0, 'officer-1'), key(1, '\u043efficer-l'), key(2))))],
  'policy.onboarded.name': [
    withUse(rule(group(1, key(0), onboarded('MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1A2b3C4d5E6f')))),
  ],
  'policy.onboarded.dropped': [withUse(rule(group(2, key(0), onboarded('approver-9'))))],
  'policy.rules.same-approvers': [
    {
      ...sound,
      rules: { use: sound.rules.use, block: sound.rules.use, unblock: sound.rules.use, modify: sound.rules.use },
    },
  ],
  'policy.rule.omitted': [{ rules: { ...sound.rules, modify: null }, blocked: null }],
  'policy.loss.single': [withUse(rule(group(1, key(0)), group(1, key(1), key(2))))],
  'policy.block.strength': [
    { ...sound, rules: { ...sound.rules, block: rule(group(3, key(0), key(1), key(2), key(3))) } },
  ],
  'policy.groups.readings': [withUse(rule(group(1, key(0), key(1)), group(1, key(1), key(2))))],
  'policy.window.hidden': [withUse(timed(3600, 5400))],
  'policy.time.unit': [withUse(timed(0, 60))],
  'policy.certificate.expired': [
    withUse(rule(group(1, certificateApprovers[2] as Approver, key(3)))),
    { at: 1_900_000_000 },
  ],
  'policy.expiry': [withUse(rule(group(1, certificateApprovers[2] as Approver))), { at: 1_893_000_000 }],
};

describe('findings of the analysis', () => {
  it('are none for a sound policy', () => {
    expect(found(sound)).toEqual([]);
  });

  for (const [id, [policy, options]] of Object.entries(cases)) {
    it(`have ${id}, as a warning, where it belongs`, () => {
      const own = findings(policy, options).filter((it) => it.id === id);
      expect(own.length).toBeGreaterThan(0);
      for (const finding of own) expect(finding.outcome).toBe('warn');
      expect(checkPolicy(policy).findings.map((it) => it.id)).not.toContain(id);
    });
  }

  it('say nothing of the end of certificates without a time, and pass when it is far', () => {
    const [policy] = cases['policy.expiry'] as readonly [Policy];
    expect(found(policy).filter((id) => id === 'policy.expiry')).toEqual([]);
    const far = findings(policy, { at: 1_600_000_000 }).find((it) => it.id === 'policy.expiry');
    expect(far?.outcome).toBe('pass');
    expect(far?.actual).toBe('2030-01-01T00:00:00Z');
  });

  it('tell the answer of both readings of a key in two groups', () => {
    const both = (use: Rule) => findings(withUse(use)).find((it) => it.id === 'policy.groups.readings')?.actual;
    expect(both(rule(group(1, key(0), key(1)), group(1, key(1), key(2))))).toBe('1 or 2');
    expect(both(rule(group(1, key(1)), group(1, key(1))))).toBe('1 or none');
  });

  it('name no names twice that one person goes by, nor those of sound policies', () => {
    expect(
      found(withUse(rule(group(2, key(0, 'approver-1'), key(1, 'approver-2'), key(2, 'approver-3'))))),
    ).not.toContain('policy.name.alike');
  });
});

describe('skeletonOf', () => {
  it('makes one of what the eye takes for the same, and keeps the rest apart', () => {
    const same = [
      'Officer 1',
      'officer-1',
      '\u043efficer_l',
      '\uff4f\uff46\uff46\uff49\uff43\uff45\uff52\uff11',
      'o\u0301fficer-I',
    ];
    expect(new Set(same.map(skeletonOf)).size).toBe(1);
    const apart = ['officer-1', 'officer-2', 'officer-3', 'approver-2', '山田', '山口', 'ab', 'ba'];
    expect(new Set(apart.map(skeletonOf)).size).toBe(apart.length);
  });
});

describe('the two readings of keys in several groups', () => {
  /** Whether approvals can be dealt to groups, each to one: tried key by key. */
  function canDeal(quorums: number[], masks: readonly number[], rest: readonly string[]): boolean {
    if (quorums.every((quorum) => quorum <= 0)) return true;
    const [first, ...others] = rest;
    if (first === undefined) return false;
    const bit = Number.parseInt(first, 10);
    return [-1, ...masks.keys()].some((g) => {
      if (g >= 0 && (((masks[g] as number) >> bit) & 1) === 0) return false;
      return canDeal(
        quorums.map((quorum, i) => (i === g ? quorum - 1 : quorum)),
        masks,
        others,
      );
    });
  }

  it(`are as dealing out the keys one by one has it (${RUNS} rules)`, () => {
    let impossible = 0;
    fc.assert(
      fc.property(
        plainRule.filter(({ count }) => count < 6),
        ({ plain, count }) => {
          const rule = ruleOf(plain);
          for (const model of modelOf(rule).tokens) {
            const token = plain.tokens?.[model.index];
            if (token === undefined) continue;
            const readings = overlapReadings(model, new Budget());
            const quorums = token.groups.map((it) => it.quorum);
            const every = Array.from({ length: count }, (_, i) => `${i}`);
            const can = canDeal(
              quorums,
              token.groups.map((it) => it.keys),
              every,
            );
            const sum = quorums.reduce((a, b) => a + b, 0);
            expect(readings.separate).toBe(can ? sum : null);
            const union = token.groups.reduce((mask, it) => mask | it.keys, 0);
            const sets = Array.from({ length: union + 1 }, (_, mask) => mask).filter((mask) =>
              token.groups.every((it) => sizeOf(mask & it.keys) >= it.quorum),
            );
            expect(readings.shared).toBe(Math.min(...sets.map(sizeOf)));
            impossible += can ? 0 : 1;
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(impossible).toBeGreaterThan(RUNS / 100);
  });
});

describe('bounds', () => {
  const many = (count: number, named = (i: number) => `k${i}`): Approver[] =>
    Array.from({ length: count }, (_, i) => ({
      type: 'public_key',
      name: null,
      publicKey: new Uint8Array(),
      identity: named(i),
    }));

  it('ends undecided, and says so, when groups overlap in too many ways', () => {
    const keys = many(90);
    const groups = Array.from({ length: 60 }, (_, g) =>
      group(7, ...keys.filter((_, i) => (i * 7 + g * 11 + ((i * g) % 13)) % 5 < 2)),
    );
    const policy = policyWith('use', rule(...groups));
    for (const budget of [0, 1000, 100_000]) {
      const { use } = analyzePolicy(policy, { budget }).rules;
      expect([use.decided, use.satisfiable, use.minimalSets.exact]).toEqual([false, true, false]);
      expect(found(policy, { budget })).toContain('policy.decided');
    }
  });

  it('decides 10,000 approvers in one group', () => {
    const { use } = analyzePolicy(policyWith('use', rule(group(5000, ...many(10_000))))).rules;
    expect([use.decided, use.minimumApprovals, use.minimumLoss]).toEqual([true, 5000, 5001]);
  });

  it('refuses a policy, or a people map, beyond all use', () => {
    const policy = policyWith('use', rule({ name: null, quorum: 1, approvers: many(1_000_000, () => 'k') }));
    expect(() => analyzePolicy(policy)).toThrow(expect.objectContaining({ code: 'limit-exceeded', path: 'use' }));
    const people = { 'officer-1': Array.from({ length: 200_000 }, () => 'k') };
    expect(() => analyzePolicy(sound, { people: { people } })).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    );
    expect(found(withUse(rule(group(2, key(0, 'a'.repeat(2 ** 20)), key(1), key(2)))))).toEqual([]);
  });

  it('refuses teams in a circle, unknown members, and one name for a person and a team', () => {
    const people = { 'officer-1': ['approver-0'] };
    const refusal = (teams: Record<string, string[]>) => {
      try {
        analyzePolicy(sound, { people: { people, teams } });
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refusal({ a: ['b'], b: ['c', 'officer-1'], c: ['a'] })).toBe('people-cyclic');
    expect(refusal({ a: ['a'] })).toBe('people-cyclic');
    expect(refusal({ a: ['nobody'] })).toBe('people-invalid');
    expect(refusal({ 'officer-1': [] })).toBe('people-invalid');
    expect(refusal({ a: ['b', 'b', 'officer-1'], b: ['officer-1'], c: ['a', 'b'] })).toBe(null);
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`t${i}`, [i === 0 ? 'officer-1' : `t${i - 1}`]]),
    );
    expect(refusal(chain)).toBe(null);
  });

  it('takes people by identity, by onboarded name and by name, and lists what it does not find', () => {
    const people = { 'officer-1': [key(0).identity as string, 'approver-1'], 'officer-2': ['approver-2', 'stranger'] };
    const answer = analyzePolicy(sound, { people: { people, teams: { team: ['officer-1', 'officer-2'] } } });
    expect(answer.unmatchedPeople).toEqual(['stranger']);
    expect(answer.rules.use.collusion?.people).toMatchObject({ minimum: 1, members: ['officer-1'], decided: true });
    expect(answer.rules.use.collusion?.teams.minimum).toBe(1);
    expect(answer.rules.modify.collusion?.people.minimum).toBe(2);
    expect(answer.rules.modify.collusion?.unheld).toHaveLength(3);
  });
});
