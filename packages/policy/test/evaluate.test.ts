import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approvalIdentity,
  certificateApprover,
  type Evaluation,
  evaluateRule,
  type Group,
  onboardedApprover,
  PolicyError,
  publicKeyApprover,
  type Rule,
  type Token,
} from '../src/index.ts';
import { certificateApprovers, keyApprovers } from './arbitrary.ts';
import { certificate, compressed, keys } from './keys.ts';

const identities = keys.map((key) => approvalIdentity(key));
const names = ['anna', 'ben'];

/** Small rules, so that edges and coincidences are frequent. */
const approver = fc.oneof(
  fc.constantFrom(...keyApprovers.slice(0, 5)),
  fc.constantFrom(...certificateApprovers.slice(0, 5)),
  fc.constantFrom(...names.map((name) => onboardedApprover(name))),
);
const group: fc.Arbitrary<Group> = fc.record({
  name: fc.constant(null),
  quorum: fc.nat(4),
  approvers: fc.array(approver, { maxLength: 5 }),
});
const token: fc.Arbitrary<Token> = fc.record({
  name: fc.constant(null),
  timelock: fc.nat(4),
  timeout: fc.nat(4),
  groups: fc.option(fc.array(group, { maxLength: 3 }), { freq: 5 }),
});
const rule: fc.Arbitrary<Rule> = fc.option(
  fc.record({ tokens: fc.option(fc.array(token, { maxLength: 3 }), { freq: 8 }) }),
  { freq: 8 },
);
const approvals = fc.subarray(identities.slice(0, 6));
const elapsed = fc.nat(6);
const onboarded = fc.option(
  fc.constantFrom(new Map([['anna', identities[0] as string]]), new Map([['ben', identities[5] as string]])),
  {
    nil: undefined,
  },
);
type Onboarded = ReadonlyMap<string, string> | undefined;

const given = (approvals: readonly string[], elapsed: number, onboarded?: Onboarded) =>
  onboarded === undefined ? { approvals, elapsed } : { approvals, elapsed, onboarded };

/** SKA.md 2.3 and 4.1, said as plainly as can be: key by key. */
function oracle(rule: Rule, approved: readonly string[], now: number, onboarded: Onboarded): boolean {
  if (rule === null) return true;
  for (const token of rule.tokens ?? []) {
    let good = now >= token.timelock;
    if (token.timeout !== 0 && now > token.timeout) good = false;
    for (const group of token.groups ?? []) {
      let count = 0;
      for (const key of identities) {
        let isIn = false;
        for (const one of group.approvers) {
          if (one.identity === key) isIn = true;
          if (one.identity === null && onboarded?.get(one.name) === key) isIn = true;
        }
        if (isIn && approved.includes(key)) count++;
      }
      if (count < group.quorum) good = false;
    }
    if (good) return true;
  }
  return false;
}

describe('evaluating a rule', () => {
  it('agrees with the plainest reading of the reference', () => {
    let yes = 0;
    fc.assert(
      fc.property(rule, approvals, elapsed, onboarded, (rule, approvals, elapsed, onboarded) => {
        const expected = oracle(rule, approvals, elapsed, onboarded);
        if (expected) yes++;
        expect(evaluateRule(rule, given(approvals, elapsed, onboarded)).satisfied).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(yes).toBeGreaterThan(300);
    expect(yes).toBeLessThan(2700);
  });

  it('one more approval never spoils anything', () => {
    fc.assert(
      fc.property(rule, approvals, fc.constantFrom(...identities), elapsed, onboarded, (rule, some, one, at, known) => {
        const before = evaluateRule(rule, given(some, at, known));
        const after = evaluateRule(rule, given([...some, one], at, known));
        if (before.satisfied) expect(after.satisfied).toBe(true);
        expect(missing(after)).toBeLessThanOrEqual(missing(before));
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of approvals, and of approvers, groups and tokens, is nothing', () => {
    fc.assert(
      fc.property(rule, approvals, elapsed, (rule, approvals, elapsed) => {
        const { satisfied } = evaluateRule(rule, { approvals, elapsed });
        expect(evaluateRule(rule, { approvals: approvals.toReversed(), elapsed }).satisfied).toBe(satisfied);
        expect(evaluateRule(reversed(rule), { approvals, elapsed }).satisfied).toBe(satisfied);
      }),
      { numRuns: 1000 },
    );
  });

  it('an approval given twice, or an approver listed twice, never helps', () => {
    fc.assert(
      fc.property(rule, approvals, elapsed, (rule, approvals, elapsed) => {
        const once = evaluateRule(rule, { approvals, elapsed });
        expect(evaluateRule(rule, { approvals: [...approvals, ...approvals], elapsed })).toEqual(once);
        expect(evaluateRule(doubled(rule), { approvals, elapsed }).satisfied).toBe(once.satisfied);
      }),
      { numRuns: 1000 },
    );
  });

  it('is unguarded exactly when nobody need approve at some second', () => {
    fc.assert(
      fc.property(rule, (rule) => {
        const seconds = [0, 1, 2, 3, 4, 5];
        const open = seconds.some((at) => oracle(rule, [], at, undefined));
        expect(evaluateRule(rule, { approvals: [], elapsed: 0 }).unguarded).toBe(open);
      }),
      { numRuns: 2000 },
    );
  });

  it('is satisfied exactly when a token says so, and a token when its window is open and nothing is missing', () => {
    fc.assert(
      fc.property(rule, approvals, elapsed, onboarded, (rule, approvals, elapsed, onboarded) => {
        const result = evaluateRule(rule, given(approvals, elapsed, onboarded));
        expect(result.satisfied).toBe(rule === null || result.tokens.some((it) => it.satisfied));
        for (const token of result.tokens) {
          const complete = token.groups.every((it) => it.approved >= it.quorum);
          expect(token.satisfied).toBe(token.window.state === 'open' && complete);
          for (const it of token.groups) {
            expect(it.missing).toBe(Math.max(0, it.quorum - it.approved));
            expect(it.approved).toBe(new Set(it.approvers.filter((a) => a.approved).map((a) => a.identity)).size);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function missing(evaluation: Evaluation): number {
  return evaluation.tokens.flatMap((token) => token.groups).reduce((sum, group) => sum + group.missing, 0);
}

function reversed(rule: Rule): Rule {
  const group = (it: Group): Group => ({ ...it, approvers: it.approvers.toReversed() });
  const token = (it: Token): Token => ({ ...it, groups: it.groups?.toReversed().map(group) ?? null });
  return rule === null ? null : { tokens: rule.tokens?.toReversed().map(token) ?? null };
}

function doubled(rule: Rule): Rule {
  const group = (it: Group): Group => ({ ...it, approvers: [...it.approvers, ...it.approvers] });
  const token = (it: Token): Token => ({ ...it, groups: it.groups?.map(group) ?? null });
  return rule === null ? null : { tokens: rule.tokens?.map(token) ?? null };
}

describe('one key', () => {
  const key = keys[2] as Uint8Array;
  const other = publicKeyApprover(keys[3] as Uint8Array, 'Ben');
  const forms = [
    publicKeyApprover(key, 'Anna'),
    publicKeyApprover(key, 'Hannah'),
    publicKeyApprover(compressed(key), 'Anna, short'),
    certificateApprover(certificate(key, 'Anna')),
    certificateApprover(certificate(key, 'Hannah', 2n)),
  ];
  const needs = (quorum: number): Rule => ({
    tokens: [{ name: null, timelock: 0, timeout: 0, groups: [{ name: null, quorum, approvers: [...forms, other] }] }],
  });

  it('counts once, bare, compressed, in certificates and under two names, and shows in every place', () => {
    for (const approvals of [[key], [compressed(key)], [key, compressed(key)]]) {
      const [group] = evaluateRule(needs(2), { approvals, elapsed: 0 }).tokens[0]?.groups ?? [];
      expect(group).toMatchObject({ approved: 1, missing: 1, quorum: 2 });
      expect(group?.approvers.map((it) => it.approved)).toEqual([true, true, true, true, true, false]);
    }
    expect(evaluateRule(needs(2), { approvals: [key, other.publicKey], elapsed: 0 }).satisfied).toBe(true);
  });

  it('in two groups counts in both', () => {
    const group: Group = { name: null, quorum: 1, approvers: [other] };
    const rule: Rule = { tokens: [{ name: null, timelock: 0, timeout: 0, groups: [group, group] }] };
    expect(evaluateRule(rule, { approvals: [other.identity], elapsed: 0 }).satisfied).toBe(true);
  });
});

describe('the window', () => {
  const anna = publicKeyApprover(keys[2] as Uint8Array);
  const groups: readonly Group[] = [{ name: null, quorum: 1, approvers: [anna] }];
  const at = (timelock: number, timeout: number, elapsed: number) =>
    evaluateRule({ tokens: [{ name: 'day', timelock, timeout, groups }] }, { approvals: [anna.identity], elapsed });

  it.each([
    [180, 600, 179, 'not-yet', false],
    [180, 600, 180, 'open', true],
    [180, 600, 600, 'open', true],
    [180, 600, 601, 'closed', false],
    [180, 180, 179, 'not-yet', false],
    [180, 180, 180, 'open', true],
    [180, 180, 181, 'closed', false],
    [0, 0, Number.MAX_SAFE_INTEGER, 'open', true],
    [60, 0, 59, 'not-yet', false],
    [60, 0, Number.MAX_SAFE_INTEGER, 'open', true],
    [600, 180, 300, 'never', false],
    [600, 180, 0, 'never', false],
    [600, 180, 700, 'never', false],
  ] as const)('from %i to %i is, after %i seconds, %s', (timelock, timeout, elapsed, state, satisfied) => {
    const [token] = at(timelock, timeout, elapsed).tokens;
    expect(token).toMatchObject({
      name: 'day',
      satisfied,
      window: { opens: timelock, closes: timeout === 0 ? null : timeout, state },
    });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no number of seconds', (elapsed) => {
    expect(() => at(0, 0, elapsed)).toThrow(TypeError);
  });
});

describe('an onboarded approver', () => {
  const groups: readonly Group[] = [{ name: null, quorum: 1, approvers: [onboardedApprover('anna')] }];
  const rule: Rule = { tokens: [{ name: null, timelock: 0, timeout: 0, groups }] };
  const key = keys[2] as Uint8Array;

  it('never counts while the key is unknown', () => {
    expect(evaluateRule(rule, { approvals: [key], elapsed: 0 }).satisfied).toBe(false);
    expect(evaluateRule(rule, { approvals: ['anna', 'null', ''], elapsed: 0 }).satisfied).toBe(false);
    const onboarded = new Map([['ben', key]]);
    expect(evaluateRule(rule, { approvals: [key], elapsed: 0, onboarded }).satisfied).toBe(false);
  });

  it('counts by the key that the caller names', () => {
    const onboarded = new Map([['anna', key]]);
    const result = evaluateRule(rule, { approvals: [approvalIdentity(key)], elapsed: 0, onboarded });
    expect(result.satisfied).toBe(true);
    expect(result.tokens[0]?.groups[0]?.approvers[0]).toEqual({
      name: 'anna',
      type: 'onboarded_approver_certificate',
      identity: approvalIdentity(key),
      approved: true,
    });
  });
});

it('an approval that is no key is refused with its place', () => {
  const attempt = () =>
    evaluateRule(null, {
      approvals: [identities[0] as string, identities[0] as string, new Uint8Array(3)],
      elapsed: 0,
    });
  expect(attempt).toThrow(PolicyError);
  expect(attempt).toThrow('approvals[2]');
});
