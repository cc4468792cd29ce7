import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnchorPolicies } from '../../../src/path/policy/policy-settings.ts';
import { extensionsOf, factsOf, judge } from './judge.ts';
import { ANY, judgeByTree, type OracleAnswer, type OracleCertificate } from './policy-tree.ts';

const POLICIES = ['1.2.1', '1.2.2', '1.2.3', '1.2.4'];
const RUNS = 12_000;

const policy = fc.constantFrom(...POLICIES);
const sometimes = <T>(inOf: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: inOf - 1 }, { arbitrary: value, weight: 1 });
const nearlyAll = fc.oneof({ arbitrary: policy, weight: 60 }, { arbitrary: fc.constant(ANY), weight: 1 });
const named = fc.oneof({ arbitrary: policy, weight: 3 }, { arbitrary: fc.constant(ANY), weight: 2 });

const certificate: fc.Arbitrary<OracleCertificate> = fc.record({
  policies: fc.oneof(
    { arbitrary: fc.constant(null), weight: 1 },
    { arbitrary: fc.uniqueArray(named, { minLength: 1, maxLength: 4 }), weight: 15 },
  ),
  mappings: sometimes(2, fc.array(fc.tuple(nearlyAll, nearlyAll), { minLength: 1, maxLength: 5 })),
  requireExplicitPolicy: sometimes(4, fc.nat(2)),
  inhibitPolicyMapping: sometimes(8, fc.nat(2)),
  inhibitAnyPolicy: sometimes(8, fc.nat(2)),
  selfIssued: fc.nat(4).map((n) => n === 0),
});

const rarely = fc.nat(4).map((n) => n === 0);
const settings = fc.record({
  userInitialPolicySet: fc.oneof(fc.constant([ANY]), fc.uniqueArray(named, { minLength: 1, maxLength: 3 })),
  initialPolicyMappingInhibit: rarely,
  initialExplicitPolicy: fc.boolean(),
  initialAnyPolicyInhibit: rarely,
});

const path = fc.oneof(
  { arbitrary: fc.array(certificate, { minLength: 1, maxLength: 2 }), weight: 1 },
  { arbitrary: fc.array(certificate, { minLength: 3, maxLength: 5, size: 'max' }), weight: 4 },
);
const anchor: fc.Arbitrary<AnchorPolicies> = certificate.map(extensionsOf);

/** What the class answers, in the oracle's words. */
function answerOf(...args: Parameters<typeof judgeByTree>): OracleAnswer {
  const [certificates, asked, constraints = null] = args;
  const { failure, processing } = judge(certificates.map(factsOf), asked, { anchor: constraints });
  if (failure !== null) {
    const step = failure.reference.replace('RFC 5280, ', '');
    expect([processing.authorityConstrainedPolicySet(), processing.userConstrainedPolicySet()]).toEqual([[], []]);
    return { failed: `${step} ${failure.depth}`, authority: [], user: [] };
  }
  const [authority, user] = [processing.authorityConstrainedPolicySet(), processing.userConstrainedPolicySet()];
  return { failed: null, authority, user };
}

/** The kinds of answers that were met: a property over paths that all fail alike would say nothing. */
function kindOf({ failed, authority, user }: OracleAnswer): string {
  if (failed !== null) return failed.split(' ')[0] ?? '';
  if (authority.length === 0) return 'valid without a policy';
  if (user.length === 0) return 'valid, no acceptable policy';
  if (authority.includes(ANY)) return 'valid for anyPolicy';
  return user.length < authority.length ? 'valid for some' : 'valid for all';
}

describe('the graph of RFC 9618 and the tree of RFC 5280', () => {
  test('fail at the same step of the same certificate, and leave the same sets of policies', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(path, settings, (certificates, asked) => {
        const expected = judgeByTree(certificates, asked);
        met.set(kindOf(expected), (met.get(kindOf(expected)) ?? 0) + 1);
        expect(answerOf(certificates, asked)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
    expect([...met.values()].reduce((sum, count) => sum + count, 0)).toBe(RUNS);
    expect([...met.keys()].sort()).toEqual([
      '6.1.3(f)',
      '6.1.4(a)',
      '6.1.5(g)',
      'valid for all',
      'valid for anyPolicy',
      'valid for some',
      'valid without a policy',
      'valid, no acceptable policy',
    ]);
    for (const [kind, count] of met) expect(count, kind).toBeGreaterThan(RUNS / 1000);
  });

  test('answer alike under the constraints of an anchor', () => {
    fc.assert(
      fc.property(path, settings, anchor, (certificates, asked, constraints) => {
        expect(answerOf(certificates, asked, constraints)).toEqual(judgeByTree(certificates, asked, constraints));
      }),
      { numRuns: RUNS / 3 },
    );
  });

  test('the order of policies and mappings changes nothing', () => {
    const reversed = (one: OracleCertificate): OracleCertificate => ({
      ...one,
      policies: one.policies?.toReversed() ?? null,
      mappings: one.mappings?.toReversed() ?? null,
    });
    fc.assert(
      fc.property(path, settings, (certificates, asked) => {
        const { failure } = judge(certificates.map(factsOf), asked);
        // which of two bad mappings is named is the first
        if (failure?.code === 'mapping-of-any-policy') return;
        expect(
          judge(
            certificates.map((one) => factsOf(reversed(one))),
            asked,
          ).failure,
        ).toEqual(failure);
        expect(answerOf(certificates.map(reversed), asked)).toEqual(answerOf(certificates, asked));
      }),
      { numRuns: 1000 },
    );
  });
});
