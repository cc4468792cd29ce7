import { describe, expect, it } from 'vitest';
import { type EffectiveUseOptions, effectiveUse } from '../../src/analysis/escalation.ts';
import type { Policy, Rule } from '../../src/index.ts';
import { group, key, policyOf, token } from './comparison-oracle.ts';

const of = (quorum: number, names: readonly number[], timelock = 0): Rule => ({
  tokens: [token([group(quorum, ...names.map((bit) => key(bit, `officer-${bit}`)))], timelock)],
});
const outcomes = (policy: Policy, options: EffectiveUseOptions = {}): (string | undefined)[] =>
  effectiveUse(policy, options).findings.map((it) => `${it.id} ${it.outcome}`);
const modify = (outcome: string): string => `analysis.escalation.modify ${outcome}`;
const unblock = (outcome: string): string => `analysis.escalation.unblock ${outcome}`;

describe('the weakest way in', () => {
  it('is told as steps, with who approves each and how long it takes', () => {
    const policy = policyOf({ use: of(3, [1, 2, 3]), modify: of(1, [4, 5], 3600) });
    const { minimumApprovals, delaySeconds, path, decided } = effectiveUse(policy);
    expect([minimumApprovals, delaySeconds, decided]).toEqual([1, 3600, true]);
    expect(path.map((it) => it.words)).toEqual([
      "change the policy so that everybody may do everything: approved by officer-4 (key 0000000000000000) (modify.tokens[0]), 1 hour after the HSM's timestamp",
      'use the key: nobody need approve, since the rule was rewritten',
    ]);
    expect(path.map(({ action, rule, token: at, wait }) => [action, rule, at, wait])).toEqual([
      ['modify', 'modify', 0, 3600],
      ['use', null, null, 0],
    ]);
    expect(path[0]?.approvers).toEqual([{ identity: key(4).identity, name: 'officer-4' }]);
  });

  it('is use itself when modify asks for as much', () => {
    const policy = policyOf({ use: of(2, [1, 2, 3]), modify: of(2, [1, 2, 3]) });
    expect(effectiveUse(policy)).toMatchObject({ minimumApprovals: 2, path: [{ action: 'use' }], delaySeconds: 0 });
  });

  it('counts one coalition for all steps: who unblocks and uses counts once', () => {
    const shared = policyOf({ use: of(2, [1, 2]), unblock: of(2, [2, 3]) }, true);
    expect(effectiveUse(shared)).toMatchObject({
      minimumApprovals: 3,
      path: [{ action: 'unblock' }, { action: 'use' }],
    });
    const apart = policyOf({ use: of(2, [1, 2]), unblock: of(2, [3, 4]) }, true);
    expect(effectiveUse(apart).minimumApprovals).toBe(4);
  });

  it('of a blocked key may be a change of its policy, which is marked as not documented and can be ruled out', () => {
    const policy = policyOf({ use: of(1, [1]), unblock: of(3, [1, 2, 3]), modify: of(2, [4, 5]) }, true);
    const answer = effectiveUse(policy);
    expect(answer).toMatchObject({
      minimumApprovals: 2,
      path: [{ action: 'modify' }, { action: 'unblock' }, { action: 'use' }],
    });
    expect(answer.ways.map((way) => [way.actions.join(), way.minimumApprovals, way.undocumented])).toEqual([
      ['unblock,use', 3, false],
      ['unblock,modify,use', 5, false],
      ['modify,unblock,use', 2, true],
    ]);
    const [warning] = answer.findings.filter((it) => it.id === 'analysis.escalation.blocked');
    expect(warning).toMatchObject({ outcome: 'warn', expected: '3 keys or more', actual: '2 keys' });
    expect(effectiveUse(policy, { modifyWhileBlocked: false }).minimumApprovals).toBe(3);
    expect(effectiveUse(policy, { blocked: false }).minimumApprovals).toBe(1);
  });

  it('of a blocked key that nobody unblocks is none', () => {
    const policy = policyOf({ use: of(1, [1]) }, true);
    expect(effectiveUse(policy)).toMatchObject({
      minimumApprovals: null,
      path: [],
      coalition: [],
      delaySeconds: 0,
      decided: true,
    });
  });

  it('needs nobody where a rule is open, and for an ordinary key', () => {
    expect(effectiveUse(policyOf({ use: of(3, [1, 2, 3]), modify: null })).minimumApprovals).toBe(0);
    expect(effectiveUse(null)).toMatchObject({
      minimumApprovals: 0,
      path: [{ action: 'use', approvers: [] }],
      findings: [],
    });
  });

  it('says the best it saw when the budget runs out', () => {
    const policy = policyOf({ use: of(3, [1, 2, 3]), modify: of(2, [1, 2, 3]) });
    expect(effectiveUse(policy, { budget: 0 })).toMatchObject({ minimumApprovals: null, decided: false });
    expect(outcomes(policy, { budget: 0 })).toEqual([modify('not-checked'), unblock('not-checked')]);
  });
});

describe('findings of escalation', () => {
  const use = of(2, [1, 2, 3]);
  it.each<[string, Partial<Record<'use' | 'unblock' | 'modify', Rule>>, string, string]>([
    ['all rules alike', { use, unblock: use, modify: use }, 'pass', 'pass'],
    ['nobody modifies or unblocks', { use }, 'pass', 'pass'],
    ['stronger rules', { use, unblock: of(3, [1, 2, 3]), modify: of(3, [1, 2, 3]) }, 'pass', 'pass'],
    ['weaker rules', { use, unblock: of(1, [1, 2]), modify: of(1, [1, 2]) }, 'fail', 'warn'],
    ['open rules', { use, unblock: null, modify: null }, 'fail', 'warn'],
    ['as many other keys', { use, unblock: of(2, [4, 5]), modify: of(2, [4, 5]) }, 'warn', 'warn'],
    ['the same keys, sooner', { use: of(2, [1, 2, 3], 600), unblock: use, modify: use }, 'warn', 'warn'],
    ['the same keys, later', { use, unblock: of(2, [1, 2, 3], 600), modify: of(2, [1, 2, 3], 60) }, 'pass', 'pass'],
    ['a use rule for nobody', { modify: use, unblock: use }, 'warn', 'warn'],
    ['a use rule for everybody', { use: null, modify: use, unblock: use }, 'pass', 'pass'],
  ])('%s', (_, rules, ofModify, ofUnblock) => {
    expect(outcomes(policyOf(rules))).toEqual([modify(ofModify), unblock(ofUnblock)]);
  });

  it('names who can change the policy and not use the key', () => {
    const [finding] = effectiveUse(policyOf({ use, modify: of(2, [4, 5]) })).findings;
    expect(finding).toMatchObject({
      where: 'modify',
      actual: 'officer-4 (key 0000000000000000), officer-5 (key 0000000000000000)',
      reference: 'SKA.md 6',
    });
  });
});
