import { parseJson } from '@quorate/syntax';
import { describe, expect, it } from 'vitest';
import {
  checkPolicy,
  evaluateRule,
  type Group,
  meaningOf,
  type Policy,
  publicKeyApprover,
  type Rule,
  readPolicyJson,
  readRuleTlv,
  resolvePolicy,
  type Token,
  writeRuleTlv,
} from '../src/index.ts';
import { keys } from './keys.ts';

const [anna, ben] = keys.slice(2, 4).map((key) => publicKeyApprover(key)) as [
  Group['approvers'][0],
  Group['approvers'][0],
];
const everyone = [anna.identity as string, ben.identity as string];
const use = (json: string): Rule => (readPolicyJson(parseJson(`{"ruleUse":${json}}`)) as Policy).rules.use;
const permits = (rule: Rule, approvals: readonly string[] = [], elapsed = 0): boolean =>
  evaluateRule(rule, { approvals, elapsed }).satisfied;
/** When everybody agrees, does it help? */
const everPermits = (rule: Rule): boolean => [0, 60, 120, 600, 10 ** 9].some((at) => permits(rule, everyone, at));
const binary = (rule: Rule): Rule => readRuleTlv(writeRuleTlv(onlyUse(rule)));
const onlyUse = (rule: Rule): Rule =>
  resolvePolicy({ rules: { use: rule, block: null, unblock: null, modify: null }, blocked: null }).rules.use;
const oneToken = (changes: Partial<Token>): Rule => ({
  tokens: [{ name: null, timelock: 0, timeout: 0, groups: [], ...changes }],
});
const oneGroup = (quorum: number, ...approvers: Group['approvers']): Rule =>
  oneToken({ groups: [{ name: null, quorum, approvers }] });
const groupOf = (rule: Rule): Group => rule?.tokens?.[0]?.groups?.[0] as Group;
const tokenOf = (rule: Rule): Token => rule?.tokens?.[0] as Token;

describe('the table of SKA.md 2.3, row by row', () => {
  it('policy null: an ordinary key, which cannot become an SKA key later', () => {
    expect(readPolicyJson(null)).toBeNull();
    expect(meaningOf({ policy: null })).toMatchObject({
      kind: 'null-policy',
      permission: 'no-policy',
      confidence: 'documented',
    });
    expect(checkPolicy(null).findings.map((it) => [it.id, it.outcome])).toEqual([['policy.present', 'fail']]);
  });

  it('all rules null: an SKA key whose every action is permitted at once', () => {
    const policy = readPolicyJson(parseJson('{"keyStatus":{"blocked":false}}'), { form: 'create' }) as Policy;
    expect(meaningOf({ policy }).kind).toBe('policy');
    for (const rule of Object.values(policy.rules)) expect(permits(rule)).toBe(true);
    for (const rule of Object.values(resolvePolicy(policy).rules)) expect(rule).toEqual(oneToken({}));
    expect(checkPolicy(policy).verdict).toBe('fail');
    expect(checkPolicy(policy, { allowUnguarded: true }).verdict).toBe('pass');
  });

  it('a null rule on create: one empty token, always permitted', () => {
    expect(meaningOf({ rule: use('null') })).toMatchObject({
      kind: 'null-rule',
      permission: 'always',
      confidence: 'documented',
    });
    expect(onlyUse(null)).toEqual(oneToken({}));
    expect(permits(null, [], 10 ** 9)).toBe(true);
    expect(permits(binary(null), [], 10 ** 9)).toBe(true);
  });

  it('a null rule on modify: opens the action to everybody, which is inferred', () => {
    expect(meaningOf({ rule: null, form: 'modify' })).toMatchObject({
      kind: 'null-rule-in-modify',
      permission: 'always',
      confidence: 'inferred',
    });
    const changed = readPolicyJson({}, { form: 'modify' }) as Policy;
    const [finding] = checkPolicy(changed).findings;
    expect(finding).toMatchObject({ id: 'policy.guarded', outcome: 'fail', where: 'use' });
    expect(finding?.message).toContain('null does not mean unchanged');
  });

  it('tokens null: never permitted, documented', () => {
    const rule = use('{"tokens":null}');
    expect(meaningOf({ rule })).toMatchObject({ kind: 'null-tokens', permission: 'never', confidence: 'documented' });
    expect([everPermits(rule), everPermits(binary(rule))]).toEqual([false, false]);
  });

  it('tokens empty: never permitted, inferred', () => {
    const rule = use('{"tokens":[]}');
    expect(meaningOf({ rule })).toMatchObject({ kind: 'no-tokens', permission: 'never', confidence: 'inferred' });
    expect([everPermits(rule), everPermits(binary(rule))]).toEqual([false, false]);
  });

  it('an empty object for a rule is refused: nobody knows what it means', () => {
    expect(() => use('{}')).toThrow('ruleUse.tokens');
  });

  it('groups null or empty: permitted within the window, no approver needed', () => {
    for (const [groups, kind] of [
      ['null', 'null-groups'],
      ['[]', 'no-groups'],
    ]) {
      const rule = use(`{"tokens":[{"timelock":60,"timeout":120,"groups":${groups}}]}`);
      expect(meaningOf({ token: tokenOf(rule) })).toMatchObject({ kind, permission: 'in-window' });
      for (const it of [rule, binary(rule)]) {
        expect([59, 60, 120, 121].map((at) => permits(it, [], at))).toEqual([false, true, true, false]);
      }
    }
  });

  it('an empty token: always permitted', () => {
    const rule = oneToken({});
    expect(meaningOf({ token: tokenOf(rule) })).toMatchObject({ kind: 'empty-token', permission: 'always' });
    expect(meaningOf({ token: tokenOf(oneToken({ groups: null })) }).kind).toBe('empty-token');
    expect(permits(rule, [], 10 ** 9)).toBe(true);
  });

  it('a group without approvals: refused by REST, and with quorum 0 always permitted', () => {
    const none = oneGroup(0);
    expect(meaningOf({ group: groupOf(none) })).toMatchObject({
      kind: 'quorum-zero-without-approvers',
      permission: 'always',
      confidence: 'documented',
    });
    expect([permits(none), permits(binary(none))]).toEqual([true, true]);
    const rules = { use: none, block: none, unblock: none, modify: none };
    const { findings } = checkPolicy({ rules, blocked: false }, { allowUnguarded: true });
    expect(findings.filter((it) => it.id === 'policy.group').map((it) => it.outcome)).toEqual(Array(4).fill('fail'));
    const some = oneGroup(1);
    expect(meaningOf({ group: groupOf(some) })).toMatchObject({ kind: 'no-approvers', permission: 'never' });
    expect(everPermits(some)).toBe(false);
  });

  it('quorum 0 among approvers: nobody need agree; quorum above them: nobody can', () => {
    expect(meaningOf({ group: groupOf(oneGroup(0, anna)) })).toMatchObject({
      kind: 'quorum-zero',
      permission: 'always',
      confidence: 'inferred',
    });
    expect(permits(oneGroup(0, anna))).toBe(true);
    expect(meaningOf({ group: groupOf(oneGroup(3, anna, ben)) })).toMatchObject({
      kind: 'quorum-unreachable',
      permission: 'never',
    });
    expect(everPermits(oneGroup(3, anna, ben))).toBe(false);
    expect(meaningOf({ group: groupOf(oneGroup(2, anna, anna)) }).kind).toBe('quorum-unreachable');
    expect(everPermits(oneGroup(2, anna, anna))).toBe(false);
    expect(meaningOf({ group: groupOf(oneGroup(2, anna, ben)) }).kind).toBe('quorum');
    expect(everPermits(oneGroup(2, anna, ben))).toBe(true);
  });

  it.each([
    [0, 0, 'no-window', [true, true, true, true]],
    [60, 0, 'no-timeout', [false, true, true, true]],
    [0, 60, 'window', [true, true, false, false]],
    [60, 120, 'window', [false, true, true, false]],
    [60, 60, 'zero-width-window', [false, true, false, false]],
    [120, 60, 'inverted-window', [false, false, false, false]],
  ] as const)('timelock %i, timeout %i: %s', (timelock, timeout, kind, open) => {
    const rule = oneToken({ timelock, timeout });
    expect(meaningOf({ window: tokenOf(rule) }).kind).toBe(kind);
    for (const it of [rule, binary(rule)]) expect([0, 60, 61, 121].map((at) => permits(it, [], at))).toEqual(open);
  });

  it('a block, unblock or modify rule for nobody is allowed, a use rule for nobody is not', () => {
    const guarded = oneGroup(1, anna, ben);
    const rules = { use: guarded, block: guarded, unblock: guarded, modify: guarded };
    const outcome = (name: keyof typeof rules): unknown =>
      checkPolicy({ rules: { ...rules, [name]: { tokens: null } }, blocked: false }).findings.find(
        (it) => it.id === 'policy.reachable',
      )?.outcome;
    expect((['use', 'block', 'unblock', 'modify'] as const).map(outcome)).toEqual(['fail', 'warn', 'warn', 'warn']);
  });
});

it('every nothing stays the nothing it is', () => {
  const rules: readonly Rule[] = [
    null,
    { tokens: null },
    { tokens: [] },
    oneToken({ groups: null }),
    oneToken({ groups: [] }),
    oneGroup(0),
    oneGroup(0, anna),
    oneGroup(1),
  ];
  const texts = new Set(rules.map((rule) => JSON.stringify(rule)));
  expect(texts.size).toBe(rules.length);
  const kinds = rules.map((rule) => {
    const group = groupOf(rule);
    if (group !== undefined) return meaningOf({ group }).kind;
    return rule?.tokens?.length === 1
      ? meaningOf({ token: { ...tokenOf(rule), timeout: 60 } }).kind
      : meaningOf({ rule }).kind;
  });
  expect(new Set(kinds).size).toBe(rules.length);
});
