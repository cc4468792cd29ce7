import { describe, expect, test } from 'vitest';
import { MAX_POLICY_STEPS } from '../../../src/path/policy/policy-facts.ts';
import { ANY_POLICY } from '../../../src/path/policy/policy-settings.ts';
import { factsOf, judge } from './judge.ts';
import { judgeByTree, type OracleCertificate } from './policy-tree.ts';

const numbered = (count: number, arc = 1): string[] => Array.from({ length: count }, (_, index) => `1.${arc}.${index}`);
const NOTHING = { requireExplicitPolicy: null, inhibitPolicyMapping: null, inhibitAnyPolicy: null, selfIssued: false };

/** RFC 9618, 3: every certificate has all of k policies and maps each of them to all of them. */
function crossed(k: number, length: number): OracleCertificate[] {
  const policies = numbered(k);
  const mappings = policies.flatMap((issuer) => policies.map((subject) => [issuer, subject] as const));
  return Array.from({ length }, () => ({ ...NOTHING, policies, mappings }));
}

describe('a path made to grow', () => {
  test('every policy mapped to every policy costs what the certificates hold, at a depth where the tree has k^depth nodes', () => {
    const asked = { initialExplicitPolicy: true };
    const { failure, processing } = judge(crossed(20, 30).map(factsOf), asked);
    expect(failure).toBeNull();
    expect(processing.userConstrainedPolicySet()).toEqual(numbered(20).sort());
  });

  test('the same, short enough for the tree, has its answer', () => {
    const asked = {
      userInitialPolicySet: ['1.1.2', '1.1.9'],
      initialExplicitPolicy: true,
      initialAnyPolicyInhibit: false,
      initialPolicyMappingInhibit: false,
    };
    const { failure, processing } = judge(crossed(3, 5).map(factsOf), asked);
    expect(failure).toBeNull();
    const expected = judgeByTree(crossed(3, 5), asked);
    expect(expected).toEqual({ failed: null, authority: ['1.1.0', '1.1.1', '1.1.2'], user: ['1.1.2'] });
    expect(processing.authorityConstrainedPolicySet()).toEqual(expected.authority);
    expect(processing.userConstrainedPolicySet()).toEqual(expected.user);
  });

  test('steps are counted before they are made: what a certificate holds and what is expected of it', () => {
    const steps: number[] = [];
    const spend = (amount: number): boolean => {
      steps.push(amount);
      return true;
    };
    judge(crossed(10, 3).map(factsOf), {}, { spend });
    // policies + expected of the root; mappings; policies + expected; and so on
    expect(steps).toEqual([10 + 1, 100, 10 + 100, 100, 10 + 100]);
  });

  test('no budget is no valid path, at the certificate where it ran out', () => {
    let left = 130;
    const spend = (amount: number): boolean => {
      left -= amount;
      return left >= 0;
    };
    const { failure, processing } = judge(crossed(10, 3).map(factsOf), {}, { spend });
    expect(failure).toMatchObject({ code: 'budget', depth: 2 });
    expect(processing.authorityConstrainedPolicySet()).toEqual([]);
    expect(processing.wrapUp({ policyConstraints: null })).toBe(failure);
  });

  test('without a budget of its own a path has one all the same', () => {
    const many = factsOf({ policies: [ANY_POLICY, ...numbered(9_999)] });
    const { failure } = judge(
      Array.from({ length: 100 }, () => many),
      {},
    );
    expect(failure).toMatchObject({ code: 'budget' });
    // certificate 1 reads 10,000 + 1, every other 10,000 + 10,000
    expect(failure?.depth).toBe(1 + Math.floor((MAX_POLICY_STEPS - 10_001) / 20_000) + 1);
  });

  test('a path of 10,000 certificates needs no stack', () => {
    const one = factsOf({ policies: ['1.2.3'] });
    const none = factsOf({ policies: ['1.2.4'] });
    expect(judge(Array.from({ length: 10_000 }, () => one)).processing.userConstrainedPolicySet()).toEqual(['1.2.3']);
    const lost = judge([...Array.from({ length: 9_999 }, () => one), none], { initialExplicitPolicy: true });
    expect(lost.failure).toMatchObject({ code: 'no-valid-policy', lostAt: 10_000 });
  });
});
