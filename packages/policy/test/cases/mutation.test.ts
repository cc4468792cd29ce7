import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MutationCoverage,
  mutatePolicy,
  mutationCoverage,
  type PolicyCase,
  type PolicyCases,
  runPolicyCases,
} from '../../src/cases/index.ts';
import { comparePolicies, evaluateRule, type Group, type Policy, RULE_NAMES } from '../../src/index.ts';
import { officer, officers, smallPolicy, use, useOnly } from './samples.ts';

const file = (cases: readonly PolicyCase[]): PolicyCases => ({ policy: null, people: new Map(), cases });

const question = (by: readonly number[], at: number, expect: PolicyCase['expect']): PolicyCase => ({
  name: `${by.join()} at ${at}`,
  rule: 'use',
  approvals: by.map((number) => ({ by: `officer-${number}`, at: 0 })),
  at,
  expect,
});

/** Everybody whom a policy names, as analysis names them. */
function everybody(policy: Policy): string[] {
  const approvers = RULE_NAMES.flatMap((name) =>
    (policy.rules[name]?.tokens ?? []).flatMap((token) => (token.groups ?? []).flatMap((group) => group.approvers)),
  );
  return [...new Set(approvers.map((it) => it.identity ?? `onboarded:${it.name}`))];
}

/** Every set of those approvers at every second that can matter: does one tell the policies apart? By plain trial. */
function toldApart(a: Policy, b: Policy): boolean {
  const people = everybody(a);
  const onboarded = new Map([['onboarded-1', 'onboarded:onboarded-1']]);
  for (const name of RULE_NAMES) {
    const times = [a, b].flatMap((it) =>
      (it.rules[name]?.tokens ?? []).flatMap((token) => [token.timelock, token.timeout]),
    );
    for (const elapsed of new Set([0, ...times.flatMap((time) => [time, time + 1])])) {
      for (let set = 0; set < 1 << people.length; set++) {
        const input = { approvals: people.filter((_, i) => ((set >> i) & 1) === 1), elapsed, onboarded };
        if (evaluateRule(a.rules[name], input).satisfied !== evaluateRule(b.rules[name], input).satisfied) return true;
      }
    }
  }
  return false;
}

describe('mutants', () => {
  it('of a plain rule are these', () => {
    expect([...mutatePolicy(useOnly)].map(({ id }) => id)).toEqual([
      'use=null',
      'use.tokens=[]',
      'use.tokens[0].timelock=60',
      'use.tokens[0].timeout=540',
      'use.tokens[0].timeout=660',
      'use.tokens[0].timeout=0',
      'use.tokens[0].groups[0] dropped',
      'use.tokens[0].groups[0].quorum=1',
      'use.tokens[0].groups[0].quorum=3',
      'use.tokens[0].groups[0].approvers[0] dropped',
      'use.tokens[0].groups[0].approvers[1] dropped',
      'use.tokens[0].groups[0].approvers[2] dropped',
      'block=null',
      'unblock=null',
      'modify=null',
      'use<>block',
      'use<>unblock',
      'use<>modify',
    ]);
  });

  it('say in words what was changed', () => {
    const [, , , shorter, , , , fewer, , dropped] = [...mutatePolicy(useOnly)].map(({ description }) => description);
    expect(shorter).toBe('to use the key: in alternative 1, the timeout is 9 minutes instead of 10 minutes');
    expect(fewer).toBe('to use the key: in alternative 1, in group 1, the quorum is 1 instead of 2');
    expect(dropped).toBe('to use the key: in alternative 1, in group 1, the approver `officer-1` dropped');
  });

  it('add groups that stand elsewhere, and drop alternatives', () => {
    const other: Group = { name: null, quorum: 1, approvers: officers.slice(3, 5) };
    const [token] = use?.tokens ?? [];
    if (token === undefined) throw new Error('the sample has a token');
    const two = { ...useOnly, rules: { ...useOnly.rules, use: { tokens: [token, { ...token, groups: [other] }] } } };
    const ids = [...mutatePolicy(two)].map(({ id }) => id);
    for (const id of [
      'use.tokens[0].groups+1',
      'use.tokens[1].groups+1',
      'use.tokens[0] dropped',
      'use.tokens[1] dropped',
    ]) {
      expect(ids).toContain(id);
    }
  });

  it('all differ from the policy, change only the rules they name, and have ids of their own', () => {
    let count = 0;
    fc.assert(
      fc.property(smallPolicy, (policy) => {
        const ids = new Set<string>();
        for (const mutant of mutatePolicy(policy)) {
          count++;
          expect(comparePolicies(policy, mutant.policy)).not.toEqual([]);
          expect(ids.has(mutant.id)).toBe(false);
          ids.add(mutant.id);
          for (const name of RULE_NAMES) {
            if (!mutant.rules.includes(name)) expect(mutant.policy.rules[name]).toBe(policy.rules[name]);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(3_000);
  });
});

describe('mutation coverage', () => {
  const pairs = [
    [1, 2],
    [1, 3],
    [2, 3],
  ];
  /** What a careful author asks of `useOnly`. */
  const careful = [
    ...pairs.map((by) => question(by, 600, 'allow')),
    ...[1, 2, 3].map((number) => question([number], 0, 'refuse')),
    question([1, 2], 0, 'allow'),
    question([1, 2, 3], 601, 'refuse'),
    ...(['block', 'unblock', 'modify'] as const).map((rule) => ({ ...question([1, 2, 3], 0, 'refuse'), rule })),
  ];
  const left = ({ survivors }: MutationCoverage): string[] => survivors.map(({ mutant }) => mutant.id);

  it('is whole for cases that look at both sides of every bound', () => {
    const coverage = mutationCoverage(useOnly, file(careful));
    expect(left(coverage)).toEqual([]);
    expect(coverage).toMatchObject({
      verdict: 'pass',
      mutants: 18,
      noticed: 18,
      equivalent: 0,
      undecided: [],
      complete: true,
    });
  });

  it('names the change that a missing case would have noticed, and a case that would', () => {
    const missing = [
      [6, 'use.tokens[0].timelock=60', 'may', 0],
      [7, 'use.tokens[0].timeout=660', 'may not', 601],
    ] as const;
    for (const [index, id, verb, at] of missing) {
      const coverage = mutationCoverage(useOnly, file(careful.filter((_, i) => i !== index)));
      expect(left(coverage)).toContain(id);
      const finding = coverage.findings.find(({ where }) => where === id);
      expect(finding).toMatchObject({ id: 'policy.cases.mutation', outcome: 'fail' });
      expect(finding?.message).toMatch(
        /^no case notices this change: to use the key: in alternative 1, the time(lock|out)/,
      );
      expect(finding?.expected).toMatch(
        new RegExp(`^a case such as \`officer-\\d and officer-\\d ${verb} use the key after`),
      );
      expect(coverage.survivors.find(({ mutant }) => mutant.id === id)?.suggestion.at).toBe(at);
    }
  });

  it('does not count changes that mean nothing', () => {
    const [token] = use?.tokens ?? [];
    if (token === undefined) throw new Error('the sample has a token');
    const redundant = { ...useOnly, rules: { ...useOnly.rules, use: { tokens: [token, { ...token, timeout: 300 }] } } };
    const coverage = mutationCoverage(redundant, file(careful));
    expect(left(coverage)).not.toContain('use.tokens[1] dropped');
    expect(coverage.equivalent).toBeGreaterThan(0);
  });

  it('without cases finds that every change that means something survives', () => {
    const coverage = mutationCoverage(useOnly, file([]));
    expect(coverage).toMatchObject({ verdict: 'fail', noticed: 0, equivalent: 0, mutants: 18 });
    expect(coverage.survivors.length).toBe(18);
  });

  it('leaves out cases that do not pass on the policy, and says so', () => {
    const coverage = mutationCoverage(useOnly, file([...careful, question([1], 0, 'allow')]));
    expect(coverage.verdict).toBe('incomplete');
    expect(coverage.findings.filter(({ id }) => id === 'policy.case')).toMatchObject([
      { outcome: 'not-checked', actual: '1' },
    ]);
  });

  it('beyond its budget is incomplete, never a pass', () => {
    for (const budget of [0, 10, 100, 300]) {
      const coverage = mutationCoverage(useOnly, file(careful), { budget });
      expect(coverage).toMatchObject({ verdict: 'incomplete', complete: false });
      expect(coverage.mutants).toBeLessThan(18);
    }
    expect(() => mutationCoverage(useOnly, file([]), { budget: 0.5 })).toThrow(TypeError);
  });

  it('suggests cases that pass on the policy, fail on the mutant, and together leave none', () => {
    let survivors = 0;
    fc.assert(
      fc.property(smallPolicy, (policy) => {
        const before = mutationCoverage(policy, file([]));
        expect(before.undecided).toEqual([]);
        for (const { mutant, suggestion } of before.survivors) {
          survivors++;
          expect(runPolicyCases(policy, file([suggestion])).results[0]?.outcome?.passed).toBe(true);
          const people = new Map(everybody(policy).map((identity, i) => [`p${i}`, identity]));
          const named = suggestion.approvals.map(({ by, at }) => {
            const [name] = [...people].find(([, it]) => it === identityOf(policy, by)) ?? [by];
            return { by: name, at };
          });
          const onboarded = new Map([['onboarded-1', 'onboarded:onboarded-1']]);
          const approvals = named.map(({ by }) => people.get(by) as string);
          const { satisfied } = evaluateRule(mutant.policy.rules[suggestion.rule], {
            approvals,
            elapsed: suggestion.at,
            onboarded,
          });
          expect(satisfied ? 'allow' : 'refuse').not.toBe(suggestion.expect);
        }
        const after = mutationCoverage(policy, file(before.survivors.map(({ suggestion }) => suggestion)));
        expect(after.verdict).toBe('pass');
        expect(after.equivalent).toBe(before.equivalent);
      }),
      { numRuns: 100 },
    );
    expect(survivors).toBeGreaterThan(500);
  });

  it('takes for equivalent exactly what no trial can tell apart', () => {
    const tally = { same: 0, different: 0 };
    fc.assert(
      fc.property(smallPolicy, fc.nat(), (policy, pick) => {
        const coverage = mutationCoverage(policy, file([]));
        const alive = new Set(left(coverage));
        const mutants = [...mutatePolicy(policy)];
        for (const mutant of [0, 1, 2].map((i) => mutants[(pick + i * 7) % mutants.length])) {
          if (mutant === undefined) continue;
          const apart = toldApart(policy, mutant.policy);
          expect([mutant.id, alive.has(mutant.id)]).toEqual([mutant.id, apart]);
          tally[apart ? 'different' : 'same']++;
        }
      }),
      { numRuns: 300 },
    );
    expect(tally.same).toBeGreaterThan(50);
    expect(tally.different).toBeGreaterThan(300);
  });
});

/** The identity that a suggestion's reference means in these small policies. */
function identityOf(policy: Policy, reference: string): string {
  const known = everybody(policy);
  if (reference === 'onboarded-1') return 'onboarded:onboarded-1';
  const named = /^officer-(\d+)$/.exec(reference);
  const identity = named === null ? reference : (officer(Number(named[1])).identity as string);
  return known.find((it) => it.startsWith(identity)) ?? reference;
}
