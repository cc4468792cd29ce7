import { JSON_MAX_VALUES, JsonError, parseJson, parseXml, XmlError } from '@quorate/syntax';
import { describe, expect, it } from 'vitest';
import { analyzePolicy, MAX_APPROVERS, type PeopleMap } from '../../src/analysis/index.ts';
import { mutatePolicy, mutationCoverage, type PolicyCases, runPolicyCases } from '../../src/cases/index.ts';
import {
  type Approver,
  checkPolicy,
  comparePolicies,
  describePolicy,
  evaluateRule,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  type Rule,
  readPolicyJson,
  readPolicyXml,
  writePolicyTlv,
} from '../../src/index.ts';
import { keys } from '../keys.ts';
import { refusal, refused } from '../refusal.ts';
import { never, officer, use, useOnly } from './samples.ts';

const MILLION = 1_000_000;
const MEGABYTE = 1 << 20;

/** A policy that only a program can make: a million approvers, or so many, in one rule. */
function crowd(size = MILLION): Policy {
  const approvers = Array.from({ length: size }, (_, i): Approver => onboardedApprover(`a${i}`));
  const rule: Rule = {
    tokens: [{ name: null, timelock: 0, timeout: 600, groups: [{ name: null, quorum: 2, approvers }] }],
  };
  return { rules: { use: rule, block: never, unblock: never, modify: never }, blocked: false };
}

const one = (changes: Partial<Approver>): Policy => {
  const approvers = [officer(1), officer(2), { ...officer(3), ...changes } as Approver];
  const rule: Rule = {
    tokens: [{ name: null, timelock: 0, timeout: 600, groups: [{ name: null, quorum: 2, approvers }] }],
  };
  return { ...useOnly, rules: { ...useOnly.rules, use: rule } };
};

const cases = (count: number): PolicyCases => ({
  policy: null,
  people: new Map(),
  cases: new Array(count).fill({ name: 'nobody', rule: 'use', approvals: [], at: 0, expect: 'refuse' }),
});

describe('a million approvers', () => {
  it('are refused in JSON, by the parser or by the reader, before their keys are looked at', () => {
    const approvals = new Array(MILLION).fill({ type: 'public_key', value: 'AA==' });
    const value = { ruleUse: { tokens: [{ timelock: 0, timeout: 0, groups: [{ quorum: 1, approvals }] }] } };
    expect(refusal(() => readPolicyJson(value))).toMatchObject({
      code: 'limit-exceeded',
      path: 'ruleUse.tokens[0].groups[0].approvals',
      limit: 65_535,
    });
    const text = `[${'0,'.repeat(MILLION)}0]`;
    expect(() => parseJson(text)).toThrow(JsonError);
    expect(() => parseJson(text)).toThrow(`${JSON_MAX_VALUES}`);
  });

  it('are refused in XML', () => {
    const approver = '<approver><name>a</name></approver>';
    const read = (): unknown => readPolicyXml(parseXml(`<policy>${approver.repeat(MILLION)}</policy>`));
    expect(read).toThrow(XmlError);
  });

  it('made by a program, are judged, evaluated, compared and shown, and refused where they would take too long', () => {
    const policy = crowd();
    const { findings } = checkPolicy(policy);
    expect(findings.length).toBeLessThan(20);
    const onboarded = new Map([['a999999', 'an identity']]);
    const { tokens } = evaluateRule(policy.rules.use, { approvals: ['an identity'], elapsed: 0, onboarded });
    expect(tokens[0]?.groups[0]?.missing).toBe(1);
    expect(comparePolicies(policy, policy)).toEqual([]);
    // More than a function can take arguments.
    expect(describePolicy(crowd(200_000)).length).toBeGreaterThan(200_000);
    expect(refused(() => writePolicyTlv({ ...policy, blocked: null }))[0]).toBe('approver-not-encodable');
    for (const attempt of [
      () => analyzePolicy(policy),
      () => runPolicyCases(policy, cases(1)),
      () => mutationCoverage(policy, cases(1)),
    ]) {
      expect(refusal(attempt)).toMatchObject({ code: 'limit-exceeded', limit: MAX_APPROVERS });
    }
    let seen = 0;
    for (const { policy: mutant } of mutatePolicy(crowd(200_000))) {
      if (mutant !== policy && ++seen === 2) break;
    }
    expect(seen).toBe(2);
  });
});

describe('more keys than an HSM takes', () => {
  it('are found too large, and not written', () => {
    const key = publicKeyApprover(keys[2] as Uint8Array);
    const approvers = Array.from(
      { length: 20_000 },
      (_, i): Approver => ({ ...key, identity: `${i}`.padStart(64, '0') }),
    );
    const group = { name: null, quorum: 2, approvers };
    const use = { tokens: [{ name: null, timelock: 0, timeout: 600, groups: [group] }] };
    const policy: Policy = { rules: { use, block: never, unblock: never, modify: never }, blocked: null };
    const { verdict, findings } = checkPolicy(policy);
    expect(verdict).toBe('fail');
    expect(findings.filter(({ id }) => id === 'policy.size').map(({ where }) => where)).toEqual(['policy', 'use']);
    expect(refused(() => writePolicyTlv(policy))[0]).toBe('size-exceeded');
  });
});

describe('large policies that are not refused', () => {
  it('end with an answer or with the budget', () => {
    const approvers = Array.from({ length: MAX_APPROVERS / 2 }, (_, i): Approver => onboardedApprover(`a${i}`));
    const rule: Rule = {
      tokens: [{ name: null, timelock: 0, timeout: 0, groups: [{ name: null, quorum: 2, approvers }] }],
    };
    const policy: Policy = { rules: { use: rule, block: never, unblock: never, modify: never }, blocked: null };
    const report = runPolicyCases(policy, cases(10_000), { budget: 1_000_000 });
    expect(report.verdict).toBe('incomplete');
    expect(report.findings.map(({ id }) => id)).toContain('policy.cases.budget');
    const coverage = mutationCoverage(policy, cases(10), { budget: 1_000_000 });
    expect(coverage).toMatchObject({ verdict: expect.stringMatching(/fail|incomplete/), complete: false });
    expect(coverage.mutants).toBeLessThan(100);
  });

  it('with groups that overlap in every way end within the budget, undecided at worst', () => {
    const pool = Array.from({ length: 40 }, (_, i) => onboardedApprover(`a${i}`));
    const groups = Array.from({ length: 12 }, (_, g) => ({
      name: null,
      quorum: 6,
      approvers: pool.filter((_, i) => (i * 7919 + g * 104_729) % 97 < 40),
    }));
    const rule: Rule = {
      tokens: [0, 1].map((n) => ({ name: null, timelock: 0, timeout: 600, groups: groups.slice(n * 6, n * 6 + 6) })),
    };
    const policy: Policy = { rules: { use: rule, block: never, unblock: never, modify: never }, blocked: null };
    const coverage = mutationCoverage(policy, cases(1), { budget: 1_000_000 });
    expect(coverage.mutants).toBe(
      coverage.noticed + coverage.equivalent + coverage.survivors.length + coverage.undecided.length,
    );
    expect(coverage.verdict).not.toBe('pass');
  });
});

describe('a name of a megabyte', () => {
  it.each<[string, string]>([
    ['letters', 'x'.repeat(MEGABYTE)],
    ['backticks', '`'.repeat(MEGABYTE)],
    ['marks that turn the line around', '\u202e'.repeat(MEGABYTE)],
    ['combining marks', `e${'\u0301'.repeat(MEGABYTE)}`],
    ['halves of characters', '\ud800'.repeat(MEGABYTE)],
  ])('of %s makes no long messages, and is refused where it cannot be carried', (_, name) => {
    const policy = one({ name });
    const reports = [
      checkPolicy(policy).findings,
      analyzePolicy(policy).findings,
      runPolicyCases(policy, { ...cases(1), people: new Map([[name, 'officer-1']]) }).findings,
      mutationCoverage(policy, cases(1)).findings,
    ];
    for (const finding of reports.flat()) expect(JSON.stringify(finding).length).toBeLessThan(2_000);
    for (const line of describePolicy(policy)) expect(line.length).toBeLessThan(1_000);
    const long = { ...cases(1).cases[0], name } as PolicyCases['cases'][number];
    const named = runPolicyCases(policy, { ...cases(0), cases: [long] });
    for (const finding of named.findings) expect(JSON.stringify(finding).length).toBeLessThan(2_000);
    expect(refusal(() => writePolicyTlv({ ...policy, blocked: null })).message.length).toBeLessThan(1_000);
    expect(refusal(() => publicKeyApprover(keys[2] as Uint8Array, name)).message.length).toBeLessThan(1_000);
  });
});

describe('people in circles', () => {
  it('end: teams that contain themselves are refused, and a policy test knows no people of people', () => {
    const teams: PeopleMap = { people: { anyone: ['officer-1'] }, teams: { a: ['b'], b: ['c'], c: ['a'] } };
    expect(refused(() => analyzePolicy(useOnly, { people: teams }))[0]).toBe('people-cyclic');
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`t${i}`, [`t${i + 1}`]]));
    const long: PeopleMap = { people: { anyone: ['officer-1'] }, teams: { ...chain, t20000: ['anyone'] } };
    expect(analyzePolicy(useOnly, { people: long }).unmatchedPeople).toEqual([]);
    const people = new Map(Array.from({ length: 1_000 }, (_, i) => [`p${i}`, `p${(i + 1) % 1_000}`]));
    const ask = { name: 'p0', rule: 'use', approvals: [{ by: 'p0', at: 0 }], at: 0, expect: 'allow' } as const;
    expect(refused(() => runPolicyCases(useOnly, { policy: null, people, cases: [ask] }))[0]).toBe('person-unknown');
  });

  it('a policy that shares its parts is as good as one that does not', () => {
    const shared: Policy = { rules: { use, block: use, unblock: use, modify: use }, blocked: false };
    expect(checkPolicy(shared)).toEqual(checkPolicy(structuredClone(shared)));
  });
});
