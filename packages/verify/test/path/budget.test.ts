import { generalName, pathExtension } from '@quorate/certificates';
import { DEFAULT_LIMITS, type Limits, type PathReport, type PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { anchor, ask, ca, leaf } from './support/pki.ts';

const ROOT = anchor('root', 1);

/** A limit was reached: the answer is open, the finding names the limit, and no more was spent than there was. */
function expectGivenUp(report: PathReport, limit: keyof Limits, words: string, limits: Partial<Limits>): void {
  expect(report.verdict).toBe('incomplete');
  expect(report.path).toEqual([]);
  const [first] = report.findings;
  expect(first).toMatchObject({ id: 'path.budget', outcome: 'not-checked', reference: 'RFC 5280 6.1' });
  expect(first?.message).toContain(`${(limits[limit] ?? DEFAULT_LIMITS[limit]).toString()} ${words}`);
  expect(first?.action).toContain('higher limit');
  expect(report.findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  for (const [name, spent] of Object.entries(report.spent)) {
    expect(spent).toBeLessThanOrEqual({ ...DEFAULT_LIMITS, ...limits }[name as keyof Limits]);
  }
}

/** A pool, and the least limit with which a path is found in it. */
interface Case {
  readonly limit: keyof Limits;
  readonly words: string;
  readonly enough: number;
  readonly request: Omit<PathRequest, 'time'>;
}

const chain = {
  target: leaf('b', 3),
  intermediates: [ca('a', 2, 'root', 1), ca('b', 3, 'a', 2)],
  anchors: [ROOT],
};
const names = ['a.example', 'b.example', 'c.example'].map(generalName.dns);
const named = {
  ...chain,
  target: leaf('b', 3, { extensions: [pathExtension.subjectAltNames(names)] }),
  intermediates: [
    ca('a', 2, 'root', 1, {
      plus: [pathExtension.nameConstraints([generalName.dns('example'), generalName.uri('x')])],
    }),
    ca('b', 3, 'a', 2, { plus: [pathExtension.nameConstraints([], [generalName.dns('bad.example')])] }),
  ],
};
const policies = pathExtension.certificatePolicies(['1.2.3', '1.2.4']);
const withPolicies = {
  ...chain,
  target: leaf('b', 3, { extensions: [policies] }),
  intermediates: [
    ca('a', 2, 'root', 1, { plus: [policies, pathExtension.policyMappings([['1.2.3', '1.2.3']])] }),
    ca('b', 3, 'a', 2, { plus: [policies] }),
  ],
};
/** Two anchors of one name and key; the one that is tried first excludes the target's name. */
const twoAnchors = {
  target: leaf('root', 1, { extensions: [pathExtension.subjectAltNames([generalName.dns('a.example')])] }),
  anchors: [
    ROOT,
    ca('root', 1, 'root', 1, {
      from: 1_705_000_000,
      plus: [pathExtension.nameConstraints([], [generalName.dns('example')])],
    }),
  ],
};

const CASES: readonly Case[] = [
  { limit: 'signatureChecks', words: 'signatures verified', enough: 3, request: chain },
  { limit: 'pathSteps', words: 'certificates tried', enough: 3, request: chain },
  { limit: 'paths', words: 'paths validated', enough: 2, request: twoAnchors },
  // three names, each with one excluded and one permitted subtree of its kind
  { limit: 'nameComparisons', words: 'names compared with constraints', enough: 6, request: named },
  // certificates: 2 + 1, 2 + 2, 2 + 2; one mapping
  { limit: 'policySteps', words: 'policies matched', enough: 12, request: withPolicies },
];

describe('a limit', () => {
  test.each(CASES.map((each) => [each.limit, each] as const))(
    'of %s that is just enough is enough',
    (_, { limit, enough, request }) => {
      const report = ask({ ...request, limits: { [limit]: enough } });
      expect(report.verdict).toBe('pass');
      expect(report.spent[limit]).toBe(enough);
    },
  );

  test.each(CASES.map((each) => [each.limit, each] as const))(
    'of %s one lower leaves the answer open',
    (_, { limit, words, enough, request }) => {
      for (let limited = 1; limited < enough; limited += 1) {
        expectGivenUp(ask({ ...request, limits: { [limit]: limited } }), limit, words, { [limit]: limited });
      }
    },
  );

  test('that is reached does not take away what is wrong with the target', () => {
    const target = leaf('b', 3, { extensions: [pathExtension.unknown(true)] });
    const report = ask({ ...chain, target, limits: { pathSteps: 1 } });
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ id }) => id)).toEqual(['path.unknown-critical-extension', 'path.budget']);
  });

  test('is not spent by what is given and not needed', () => {
    const others = Array.from({ length: 300 }, (_, i) => ca(`other ${i}`, 7, 'root', 1));
    const report = ask({ ...chain, intermediates: [...others, ...chain.intermediates] });
    expect(report.spent).toEqual(ask(chain).spent);
  });
});

test('the limits are what the documents say', () => {
  expect(DEFAULT_LIMITS).toEqual({
    signatureChecks: 100,
    nameComparisons: 1_048_576,
    policySteps: 100_000,
    pathSteps: 200_000,
    paths: 1000,
  });
});
