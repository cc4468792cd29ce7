import { describe, expect, test } from 'vitest';
import { policyFailureText } from '../../../src/path/policy/policy-failure.ts';
import { PolicyProcessing } from '../../../src/path/policy/policy-processing.ts';
import { ANY_POLICY } from '../../../src/path/policy/policy-settings.ts';
import { extensionsOf, factsOf, judge } from './judge.ts';
import type { OracleCertificate } from './policy-tree.ts';

const [P1, P2, P3] = ['1.2.1', '1.2.2', '1.2.3'] as const;
const facts = (...path: readonly Partial<OracleCertificate>[]) => path.map(factsOf);
const textOf = (...args: Parameters<typeof judge>): string => {
  const { failure } = judge(...args);
  return failure === null ? 'valid' : policyFailureText(failure);
};

describe('a failure says what asked for a policy, and where it was lost', () => {
  test('by the user, at a certificate without policies', () => {
    const { failure } = judge(facts({ policies: [P1] }, {}, { policies: [P1] }), { initialExplicitPolicy: true });
    expect(failure).toEqual({
      code: 'no-valid-policy',
      depth: 2,
      reference: 'RFC 5280, 6.1.3(f)',
      requiredBy: 'initial-explicit-policy',
      lostAt: 2,
      lostBy: 'no-certificate-policies',
      expected: [P1],
      found: [],
    });
  });

  test('by a certificate, at an earlier one', () => {
    const path = facts({ policies: [P1] }, { policies: [P3, P2] }, { requireExplicitPolicy: 0 }, {});
    expect(judge(path).failure).toMatchObject({ depth: 4, requiredBy: 3, lostAt: 2, lostBy: 'no-expected-policy' });
    expect(textOf(path)).toBe(
      'the policyConstraints of certificate 3 require an acceptable policy, and certificate 2 has `1.2.2`, `1.2.3` where `1.2.1` would do',
    );
  });

  test('by the last certificate, of itself', () => {
    const { failure } = judge(facts({}, { requireExplicitPolicy: 0 }));
    expect(failure).toMatchObject({ depth: 2, requiredBy: 2, lostAt: 1, reference: 'RFC 5280, 6.1.5(g)' });
    expect(judge(facts({}, { requireExplicitPolicy: 1 })).failure).toBeNull();
  });

  test('at a mapping that is inhibited', () => {
    const path = facts({ policies: [P1], mappings: [[P1, P2]] }, { policies: [P2] });
    const asked = { initialExplicitPolicy: true, initialPolicyMappingInhibit: true };
    expect(judge(path, asked).failure).toMatchObject({ depth: 2, lostAt: 1, lostBy: 'mapping-inhibited' });
    expect(textOf(path, asked)).toBe(
      'the user requires an acceptable policy, and certificate 1 maps `1.2.1` where mapping is inhibited',
    );
    expect(textOf(path, { initialExplicitPolicy: true })).toBe('valid');
  });

  test('none of those that the path is good for is acceptable', () => {
    const asked = { initialExplicitPolicy: true, userInitialPolicySet: [P3] };
    const { failure } = judge(facts({ policies: [P1, P2] }), asked);
    expect(failure).toMatchObject({ code: 'no-acceptable-policy', depth: 1, expected: [P3], found: [P1, P2] });
    expect(textOf(facts({ policies: [P1, P2] }), asked)).toBe(
      'the user requires an acceptable policy: it is good for `1.2.1`, `1.2.2`, and acceptable is `1.2.3`',
    );
  });

  test('anyPolicy on either side of a mapping, whatever else the path asks', () => {
    for (const mapping of [[ANY_POLICY, P1] as const, [P1, ANY_POLICY] as const]) {
      const path = facts({ mappings: [[P1, P2], mapping] }, {});
      const [issuerDomainPolicy, subjectDomainPolicy] = mapping;
      expect(judge(path).failure).toEqual({
        code: 'mapping-of-any-policy',
        depth: 1,
        reference: 'RFC 5280, 6.1.4(a)',
        issuerDomainPolicy,
        subjectDomainPolicy,
      });
      expect(textOf(path)).toBe(
        `certificate 1 maps policy \`${issuerDomainPolicy}\` to \`${subjectDomainPolicy}\`, and anyPolicy cannot be mapped`,
      );
    }
  });

  test('a long list is cut, in the text alone', () => {
    const policies = [P1, P2, P3, '1.2.4', '1.2.5', '1.2.6', '1.2.7'];
    const asked = { initialExplicitPolicy: true, userInitialPolicySet: ['1.3'] };
    expect(judge(facts({ policies }), asked).failure).toMatchObject({ found: policies });
    expect(textOf(facts({ policies }), asked)).toContain('`1.2.5` and 2 more,');
  });
});

describe('the counters', () => {
  test('start at n + 1 or 0, and every certificate but a self-issued one takes one away', () => {
    const counters = (one: PolicyProcessing) => [one.explicitPolicy, one.policyMapping, one.inhibitAnyPolicy];
    const processing = new PolicyProcessing({ initialPolicyMappingInhibit: true }, 3);
    expect(counters(processing)).toEqual([4, 0, 4]);
    processing.processCertificate(1, factsOf({ policies: [P1] }));
    processing.prepareForNext(1, factsOf({ selfIssued: true }));
    expect(counters(processing)).toEqual([4, 0, 4]);
    processing.processCertificate(2, factsOf({ policies: [P1] }));
    processing.prepareForNext(2, factsOf({ inhibitAnyPolicy: 1 }));
    expect(counters(processing)).toEqual([3, 0, 1]);
    processing.processCertificate(3, factsOf({ policies: [P1], selfIssued: true }));
    processing.wrapUp(factsOf({ selfIssued: true }));
    expect(counters(processing)).toEqual([2, 0, 1]);
  });

  test('an inhibited anyPolicy counts in a self-issued certificate, but not in the last', () => {
    const asked = { initialAnyPolicyInhibit: true, initialExplicitPolicy: true };
    const any = { policies: [ANY_POLICY], selfIssued: true };
    expect(judge(facts(any, { policies: [P1] }), asked).failure).toBeNull();
    expect(judge(facts({ ...any, selfIssued: false }, { policies: [P1] }), asked).failure?.depth).toBe(1);
    expect(judge(facts({ policies: [P1] }, any), asked).failure?.depth).toBe(2);
  });
});

describe('an anchor whose constraints are applied', () => {
  const anchor = (one: Partial<OracleCertificate>) => ({ anchor: extensionsOf(one) });

  test('narrows the acceptable policies to those that it names', () => {
    const path = facts({ policies: [P1, P2] });
    const policiesOf = (...args: Parameters<typeof judge>) => judge(...args).processing.userConstrainedPolicySet();
    expect(policiesOf(path, {}, anchor({ policies: [P2, P3] }))).toEqual([P2]);
    expect(policiesOf(path, {}, anchor({ policies: [P2, ANY_POLICY] }))).toEqual([P1, P2]);
    expect(policiesOf(path, { userInitialPolicySet: [P1] }, anchor({ policies: [P2, ANY_POLICY] }))).toEqual([P1]);
    expect(policiesOf(path, { userInitialPolicySet: [P1] }, anchor({ policies: [P2] }))).toEqual([]);
    expect(policiesOf(path, { userInitialPolicySet: [P1] }, anchor({}))).toEqual([P1]);
  });

  test('and a user can have no policy in common', () => {
    const asked = { userInitialPolicySet: [P1], initialExplicitPolicy: true };
    expect(textOf(facts({ policies: [P1] }), asked, anchor({ policies: [P2] }))).toBe(
      'the user requires an acceptable policy: it is good for `1.2.1`, and acceptable is no policy',
    );
  });

  test('requires a policy of the path, after as many certificates as it says', () => {
    const path = facts({}, {}, {});
    expect(judge(path, {}, anchor({ requireExplicitPolicy: 0 })).failure).toMatchObject({ depth: 1 });
    expect(judge(path, {}, anchor({ requireExplicitPolicy: 1 })).failure).toMatchObject({ depth: 2 });
    expect(judge(path, {}, anchor({ requireExplicitPolicy: 3 })).failure).toMatchObject({ depth: 3 });
    expect(judge(path, {}, anchor({ requireExplicitPolicy: 4 })).failure).toBeNull();
    expect(textOf(path, {}, anchor({ requireExplicitPolicy: 1 }))).toBe(
      'the trust anchor requires an acceptable policy, and certificate 1 has no certificatePolicies',
    );
  });

  test('inhibits mapping and anyPolicy', () => {
    const asked = { initialExplicitPolicy: true };
    const mapped = facts({ policies: [P1], mappings: [[P1, P2]] }, { policies: [P2] });
    expect(judge(mapped, asked, anchor({ inhibitPolicyMapping: 0 })).failure).toMatchObject({ depth: 2 });
    expect(judge(mapped, asked, anchor({ inhibitPolicyMapping: 1 })).failure).toBeNull();
    const any = facts({ policies: [ANY_POLICY] });
    expect(judge(any, asked, anchor({ inhibitAnyPolicy: 0 })).failure).toMatchObject({ depth: 1 });
    expect(judge(any, asked, anchor({ inhibitAnyPolicy: 1 })).failure).toBeNull();
  });
});

describe("a caller's mistake is a TypeError", () => {
  test.each<[string, () => unknown]>([
    ['no certificates', () => new PolicyProcessing({}, 0)],
    ['half a certificate', () => new PolicyProcessing({}, 1.5)],
    ['no acceptable policy', () => new PolicyProcessing({ userInitialPolicySet: [] }, 1)],
    ['a policy by name', () => new PolicyProcessing({ userInitialPolicySet: ['anyPolicy'] }, 1)],
    ['the second certificate first', () => new PolicyProcessing({}, 2).processCertificate(2, factsOf({}))],
    ['the end before the beginning', () => new PolicyProcessing({}, 1).wrapUp(factsOf({}))],
    [
      'a step twice',
      () => {
        const processing = new PolicyProcessing({}, 1);
        processing.processCertificate(1, factsOf({}));
        processing.processCertificate(1, factsOf({}));
      },
    ],
    [
      'a certificate after the last',
      () => {
        const processing = new PolicyProcessing({}, 1);
        processing.processCertificate(1, factsOf({}));
        processing.prepareForNext(1, factsOf({}));
      },
    ],
    ['the outcome before the end', () => new PolicyProcessing({}, 1).userConstrainedPolicySet()],
  ])('%s', (_name, mistake) => {
    expect(mistake).toThrow(TypeError);
  });
});
