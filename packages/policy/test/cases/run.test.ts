import { encodeBase64 } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PolicyCase, type PolicyCases, readPolicyCases, runPolicyCases } from '../../src/cases/index.ts';
import {
  type Approver,
  approvalIdentity,
  certificateApprover,
  evaluateRule,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  RULE_NAMES,
  type Rule,
  type RuleName,
} from '../../src/index.ts';
import { certificate, keys } from '../keys.ts';
import { refused } from '../refusal.ts';
import { officer, officers, smallPolicy, use, useOnly } from './samples.ts';

const file = (cases: readonly PolicyCase[], people: Record<string, string> = {}): PolicyCases => ({
  policy: null,
  people: new Map(Object.entries(people)),
  cases,
});

const question = (by: readonly string[], at: number, changes: Partial<PolicyCase> = {}): PolicyCase => ({
  name: 'a case',
  rule: 'use',
  approvals: by.map((it) => ({ by: it, at: 0 })),
  at,
  expect: 'allow',
  ...changes,
});

/** Answer and reasons. */
function answered(policy: Policy, it: PolicyCase, people: Record<string, string> = {}): string {
  const [result] = runPolicyCases(policy, file([it], people)).results;
  return `${result?.outcome?.answer}: ${result?.outcome?.reasons.join()}`;
}

/** All officers can block, so that they are known whatever `use` says. */
const everyone: Rule = {
  tokens: [{ name: null, timelock: 0, timeout: 0, groups: [{ name: null, quorum: 1, approvers: officers }] }],
};
const withUse = (rule: Rule): Policy => ({ ...useOnly, rules: { ...useOnly.rules, use: rule, block: everyone } });

describe('a case', () => {
  it('passes when the answer is the one expected, and fails when not', () => {
    const two = question(['officer-1', 'officer-2'], 60);
    const report = runPolicyCases(useOnly, file([two, { ...two, expect: 'refuse' }]));
    expect(report.verdict).toBe('fail');
    expect(report.findings.slice(0, 2)).toEqual([
      {
        id: 'policy.case',
        outcome: 'pass',
        where: 'cases[0]',
        message: '`a case`: they may use the key 1 minute after the timestamp',
        expected: 'allow',
        actual: 'allow, because of quorum',
      },
      {
        id: 'policy.case',
        outcome: 'fail',
        where: 'cases[1]',
        message: '`a case`: they may use the key 1 minute after the timestamp',
        expected: 'refuse',
        actual: 'allow, because of quorum',
      },
    ]);
    expect(report.results[0]?.outcome?.evaluation).toEqual(
      evaluateRule(use, { approvals: [officer(1).identity as string, officer(2).identity as string], elapsed: 60 }),
    );
  });

  it('counts only approvals given by the time it asks', () => {
    const late = (at: number): PolicyCase =>
      question([], at, {
        approvals: [
          { by: 'officer-1', at: 0 },
          { by: 'officer-2', at: 61 },
        ],
      });
    expect(answered(useOnly, late(60))).toBe('refuse: quorum');
    expect(answered(useOnly, late(61))).toBe('allow: quorum');
  });

  it('fails for another reason than the one given', () => {
    const one = question(['officer-1'], 601, { expect: 'refuse' });
    const verdict = (because: NonNullable<PolicyCase['because']>): string =>
      runPolicyCases(useOnly, file([{ ...one, because }])).verdict;
    expect(verdict('quorum-and-window')).toBe('pass');
    expect(verdict('quorum')).toBe('fail');
    expect(verdict('window')).toBe('fail');
    expect(verdict('never')).toBe('fail');
  });
});

describe('reasons', () => {
  const group = { name: null, quorum: 2, approvers: officers.slice(0, 3) };
  const token = { name: null, timelock: 0, timeout: 600, groups: [group] };
  const two = ['officer-1', 'officer-2'];
  it.each<[string, Rule, PolicyCase, string]>([
    ['enough in time', use, question(two, 0), 'allow: quorum'],
    ['enough at the last second', use, question(two, 600), 'allow: quorum'],
    ['enough too late', use, question(two, 601), 'refuse: window'],
    ['too few in time', use, question(['officer-1'], 0), 'refuse: quorum'],
    ['one person twice', use, question(['officer-1', 'officer-1'], 0), 'refuse: quorum'],
    ['too few too late', use, question(['officer-1'], 601), 'refuse: quorum-and-window'],
    ['too early', { tokens: [{ ...token, timelock: 60 }] }, question(two, 59), 'refuse: window'],
    ['a null rule', null, question([], 7), 'allow: unguarded'],
    ['a token without groups', { tokens: [{ ...token, groups: null }] }, question([], 7), 'allow: unguarded'],
    ['a token without groups, too late', { tokens: [{ ...token, groups: [] }] }, question([], 601), 'refuse: window'],
    ['quorum 0', { tokens: [{ ...token, groups: [{ ...group, quorum: 0 }] }] }, question(two, 0), 'allow: unguarded'],
    ['no tokens', { tokens: [] }, question(two, 0), 'refuse: never'],
    ['null tokens', { tokens: null }, question(two, 0), 'refuse: never'],
    [
      'quorum beyond reach',
      { tokens: [{ ...token, groups: [{ ...group, quorum: 4 }] }] },
      question(two, 0),
      'refuse: never',
    ],
    ['a window that never opens', { tokens: [{ ...token, timelock: 660 }] }, question(two, 630), 'refuse: never'],
    [
      'one alternative lacks an approval, the other the time',
      {
        tokens: [
          { ...token, groups: [{ ...group, quorum: 3 }] },
          { ...token, timelock: 300 },
        ],
      },
      question(two, 0),
      'refuse: quorum,window',
    ],
    [
      'a hopeless alternative does not speak',
      { tokens: [token, { ...token, timeout: 0, groups: [{ ...group, quorum: 4 }] }] },
      question(two, 601),
      'refuse: window',
    ],
  ])('%s', (_, rule, it, expected) => {
    expect(answered(withUse(rule), it)).toBe(expected);
  });

  it('are never none, and go with the answer', () => {
    fc.assert(
      fc.property(smallPolicy, fc.subarray(['officer-1', 'officer-2', 'officer-3']), fc.nat(700), (policy, by, at) => {
        const people = Object.fromEntries(by.map((name, i) => [name, officer(i + 1).identity as string]));
        const { results } = runPolicyCases(policy, file([question(by, at)], people));
        const [outcome] = results.map((it) => it.outcome);
        const allowed = ['quorum', 'unguarded'];
        const refusing = ['quorum', 'window', 'quorum-and-window', 'never'];
        expect(outcome?.reasons.length).toBeGreaterThan(0);
        for (const one of outcome?.reasons ?? [])
          expect(outcome?.answer === 'allow' ? allowed : refusing).toContain(one);
      }),
      { numRuns: 500 },
    );
  });
});

describe('people', () => {
  const byCertificate = certificateApprover(certificate(keys[6] as Uint8Array, 'officer-9'));
  const approvers: readonly Approver[] = [officer(1), officer(2), byCertificate, onboardedApprover('onboarded-1')];
  const byOneOf = (who: readonly Approver[]): Policy => ({
    ...useOnly,
    rules: {
      ...useOnly.rules,
      use: { tokens: [{ name: null, timelock: 0, timeout: 0, groups: [{ name: null, quorum: 1, approvers: who }] }] },
    },
  });
  const policy = byOneOf(approvers);

  it.each<[string, string]>([
    ['the name of an approver', 'officer-1'],
    ['the common name of a certificate', 'officer-9'],
    ['an onboarded name', 'onboarded-1'],
    ['an onboarded name, said so', 'onboarded:onboarded-1'],
    ['an identity', officer(2).identity as string],
    ['the beginning of one', (officer(2).identity as string).slice(0, 8)],
    ['a public key', encodeBase64(keys[2] as Uint8Array)],
  ])('are known by %s', (_, reference) => {
    expect(answered(policy, question(['someone'], 0), { someone: reference })).toBe('allow: quorum');
    expect(answered(policy, question([reference], 0))).toBe('allow: quorum');
  });

  it('may be strangers, by key or by whole identity', () => {
    const stranger = keys[10] as Uint8Array;
    for (const reference of [encodeBase64(stranger), approvalIdentity(stranger)]) {
      expect(answered(policy, question([reference], 0))).toBe('refuse: quorum');
    }
  });

  it.each<[string, string]>([
    ['an unknown name', 'officer-7'],
    ['too few digits', (officer(1).identity as string).slice(0, 7)],
    ['digits of nobody', '00000000'],
    ['an unknown onboarded name', 'onboarded:onboarded-2'],
    ['the empty name', ''],
    ['a megabyte', 'x'.repeat(1 << 20)],
  ])('are unknown by %s', (_, reference) => {
    const ask = (): unknown => runPolicyCases(policy, file([question([reference], 0)]));
    expect(refused(ask)).toEqual(['person-unknown', 'cases[0].approvals[0].by']);
    const named = (): unknown => runPolicyCases(policy, file([question(['someone'], 0)], { someone: reference }));
    expect(refused(named)).toEqual(['person-unknown', 'people.someone']);
  });

  it('are not other people: a map in a circle ends at once', () => {
    const ask = (): unknown => runPolicyCases(policy, file([question(['a'], 0)], { a: 'b', b: 'a' }));
    expect(refused(ask)).toEqual(['person-unknown', 'people.a']);
    const self = (): unknown => runPolicyCases(policy, file([question(['a'], 0)], { a: 'a' }));
    expect(refused(self)).toEqual(['person-unknown', 'people.a']);
  });

  it('must be one: a name that two keys have is refused', () => {
    const twin = publicKeyApprover(keys[9] as Uint8Array, 'officer-1');
    const imposter = publicKeyApprover(keys[9] as Uint8Array, officer(1).identity);
    for (const [other, reference] of [
      [twin, 'officer-1'],
      [imposter, officer(1).identity as string],
      [
        publicKeyApprover(keys[9] as Uint8Array, encodeBase64(keys[2] as Uint8Array)),
        encodeBase64(keys[2] as Uint8Array),
      ],
      [publicKeyApprover(keys[9] as Uint8Array, 'onboarded-1'), 'onboarded-1'],
    ] as const) {
      const both = byOneOf([...approvers, other]);
      expect(refused(() => runPolicyCases(both, file([question([reference], 0)])))[0]).toBe('person-ambiguous');
    }
  });

  it('must be known also when they approve too late, and are not looked up when nobody asks for them', () => {
    const late = question([], 0, { approvals: [{ by: 'officer-7', at: 60 }] });
    expect(refused(() => runPolicyCases(policy, file([late])))[0]).toBe('person-unknown');
    expect(answered(policy, question(['officer-1'], 0), { nobody: 'officer-7' })).toBe('allow: quorum');
  });

  it('are refused with a key that is none', () => {
    const broken = encodeBase64((keys[2] as Uint8Array).subarray(0, 40));
    expect(refused(() => runPolicyCases(policy, file([question([broken], 0)])))[0]).toBe('key-invalid');
  });
});

describe('a file of cases', () => {
  const ids = (policy: Policy, cases: PolicyCases, options = {}): string[] =>
    runPolicyCases(policy, cases, options).findings.map(({ id, outcome, where }) => `${outcome} ${id} ${where}`);

  it('without cases proves nothing', () => {
    expect(ids(useOnly, file([]))).toEqual(['not-checked policy.cases.none cases']);
    expect(runPolicyCases(useOnly, file([])).verdict).toBe('incomplete');
  });

  it('is warned of rules that no case asks about, and of a blocked key', () => {
    expect(ids({ ...useOnly, blocked: true }, file([question(['officer-1', 'officer-2'], 0)]))).toEqual([
      'pass policy.case cases[0]',
      'warn policy.cases.rules block',
      'warn policy.cases.rules unblock',
      'warn policy.cases.rules modify',
      'warn policy.cases.blocked blocked',
    ]);
  });

  it('beyond the budget is incomplete, never a pass', () => {
    const all = file(new Array(10).fill(question(['officer-1', 'officer-2'], 0)));
    const { verdict, results } = runPolicyCases(useOnly, all, { budget: 30 });
    expect(verdict).toBe('incomplete');
    expect(results.map(({ outcome }) => outcome?.passed ?? null)).toEqual([
      ...new Array(3).fill(true),
      ...new Array(7).fill(null),
    ]);
    expect(ids(useOnly, all, { budget: 30 })).toContain('not-checked policy.cases.budget cases');
    expect(() => runPolicyCases(useOnly, all, { budget: -1 })).toThrow(TypeError);
    expect(() => runPolicyCases(useOnly, all, { budget: Number.NaN })).toThrow(TypeError);
  });

  it('made of what a policy answers passes on it, through JSON too', () => {
    const ask = fc.record({
      rule: fc.constantFrom<RuleName>(...RULE_NAMES),
      approvals: fc.array(fc.record({ by: fc.integer({ min: 1, max: 5 }), at: fc.nat(200) }), { maxLength: 4 }),
      at: fc.nat(700),
    });
    fc.assert(
      fc.property(smallPolicy, fc.array(ask, { minLength: 1, maxLength: 5 }), (policy, questions) => {
        const cases = questions.map(({ rule, approvals, at }, i) => {
          const counted = approvals.filter((it) => it.at <= at).map(({ by }) => officer(by).identity as string);
          const { satisfied } = evaluateRule(policy.rules[rule], { approvals: counted, elapsed: at });
          const named = approvals.map((it) => ({ by: officer(it.by).identity, at: it.at }));
          return { name: `case ${i}`, rule, approvals: named, at, expect: satisfied ? 'allow' : 'refuse' };
        });
        const read = readPolicyCases(JSON.parse(JSON.stringify({ cases })));
        expect(runPolicyCases(policy, read).verdict).toBe('pass');
        const [first] = read.cases as [PolicyCase];
        const wrong = { ...first, expect: first.expect === 'allow' ? 'refuse' : 'allow' } as const;
        expect(runPolicyCases(policy, { ...read, cases: [wrong] }).verdict).toBe('fail');
      }),
      { numRuns: 500 },
    );
  });
});
