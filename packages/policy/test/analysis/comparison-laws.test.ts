import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStrength, type Relation } from '../../src/analysis/compare-strength.ts';
import {
  type Approver,
  certificateApprover,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  RULE_NAMES,
  type Rule,
  type RuleName,
  type Token,
} from '../../src/index.ts';
import { certificate, compressed, keys } from '../keys.ts';
import { dice, group, key, mutated, policyOf, randomPolicy, type Shape, token } from './comparison-oracle.ts';

const SHAPE: Shape = { keys: 6, tokens: 3, groups: 2, last: 4 };
const seeds = fc.nat(0x7fff_ffff);
const relationOf = (old: Policy | null, now: Policy | null): Relation => compareStrength(old, now).relation;
const FLIPPED: Readonly<Record<Relation, Relation>> = {
  equal: 'equal',
  stricter: 'looser',
  looser: 'stricter',
  incomparable: 'incomparable',
  undecided: 'undecided',
};

/** The same policy with everything in another order and under other names. */
function disguised(policy: Policy): Policy {
  const rename = (approver: Approver): Approver =>
    approver.identity === null ? approver : ({ ...approver, name: 'approver-9' } as Approver);
  const turn = (it: Token): Token => ({
    ...it,
    name: 'another',
    groups:
      it.groups === null
        ? null
        : it.groups.toReversed().map((g) => ({ ...g, approvers: g.approvers.toReversed().map(rename) })),
  });
  const rules = RULE_NAMES.map((name) => {
    const rule = policy.rules[name];
    return [
      name,
      rule === null || rule.tokens === null ? rule : { tokens: rule.tokens.toReversed().map(turn) },
    ] as const;
  });
  return { ...policy, rules: Object.fromEntries(rules) as Record<RuleName, Rule> };
}

const bits = (from: number, count: number): Approver[] => Array.from({ length: count }, (_, i) => key(from + i));
const using = (...tokens: Token[]): Policy => policyOf({ use: { tokens } });
const twoOfThree = using(token([group(2, ...bits(0, 3))], 0, 600));

describe('laws of comparing strength', () => {
  it('a policy equals itself, however it is ordered and named', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const policy = randomPolicy(dice(seed), SHAPE);
        const answer = compareStrength(policy, disguised(policy));
        expect(answer.relation).toBe('equal');
        for (const rule of Object.values(answer.rules)) {
          expect(rule).toEqual({ relation: 'equal', newlySufficient: null, newlyInsufficient: null });
        }
        expect(compareStrength(policy, policy).apart).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('the other way round, stricter is looser and what was newly sufficient is newly insufficient', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        const old = randomPolicy(roll, SHAPE);
        const now = roll(2) === 0 ? mutated(roll, old, SHAPE) : randomPolicy(roll, SHAPE);
        const [there, back] = [compareStrength(old, now), compareStrength(now, old)];
        expect(back.relation).toBe(FLIPPED[there.relation]);
        for (const name of RULE_NAMES) {
          expect(back.rules[name].relation).toBe(FLIPPED[there.rules[name].relation]);
          expect(back.rules[name].newlySufficient?.elapsed).toBe(there.rules[name].newlyInsufficient?.elapsed);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what is stricter than something stricter is stricter, and equals can stand for each other', () => {
    let chains = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        const a = randomPolicy(roll, SHAPE);
        const b = mutated(roll, a, SHAPE);
        const c = mutated(roll, b, SHAPE);
        const [first, second] = [relationOf(a, b), relationOf(b, c)];
        if (first === 'incomparable' || second === 'incomparable') return;
        if (first === 'equal') expect(relationOf(a, c)).toBe(second);
        if (second === 'equal' || first === second) expect(relationOf(a, c)).toBe(first);
        chains++;
      }),
      { numRuns: 1000 },
    );
    expect(chains).toBeGreaterThan(200);
  });

  it('one more approver is looser, a higher quorum stricter, a later timelock stricter, a later timeout looser', () => {
    const wider = using(token([group(2, ...bits(0, 4))], 0, 600));
    const harder = using(token([group(3, ...bits(0, 3))], 0, 600));
    const answer = compareStrength(twoOfThree, wider);
    expect(answer.relation).toBe('looser');
    expect(answer.rules.use.newlySufficient?.approvers.map((it) => it.identity)).toContain(key(3).identity);
    expect(relationOf(twoOfThree, harder)).toBe('stricter');
    expect(compareStrength(twoOfThree, harder).rules.use.newlyInsufficient?.approvers).toHaveLength(2);
    expect(relationOf(twoOfThree, using(token([group(2, ...bits(0, 3))], 60, 600)))).toBe('stricter');
    const longer = compareStrength(twoOfThree, using(token([group(2, ...bits(0, 3))], 0, 660)));
    expect(longer.rules.use.newlySufficient).toMatchObject({ elapsed: 601, smallest: true });
    expect(relationOf(twoOfThree, using(token([group(2, ...bits(0, 3))], 0, 0)))).toBe('looser');
  });

  it('a time is exact to the second, and a moment of overlap counts', () => {
    const whole = using(token([group(1, key(0))], 0, 120));
    const parts = (until: number, from: number): Policy =>
      using(token([group(1, key(0))], 0, until), token([group(1, key(0))], from, 120));
    expect(relationOf(whole, parts(60, 60))).toBe('equal');
    expect(relationOf(whole, parts(59, 60))).toBe('equal');
    const hole = compareStrength(whole, parts(59, 61)).rules.use;
    expect(hole).toMatchObject({ relation: 'stricter', newlyInsufficient: { elapsed: 60 } });
  });

  it('finds that two ways together are one, which no way alone is', () => {
    const either = using(token([group(1, ...bits(0, 2))]), token([group(2, ...bits(0, 4))]));
    const split = using(token([group(1, key(0))]), token([group(1, key(1))]), token([group(2, ...bits(0, 4))]));
    expect(relationOf(either, split)).toBe('equal');
  });

  it('a rule that is looser and one that is stricter make the policy incomparable', () => {
    const rule = (quorum: number): Rule => ({ tokens: [token([group(quorum, ...bits(0, 3))])] });
    const [old, now] = [policyOf({ use: rule(2), modify: rule(2) }), policyOf({ use: rule(1), modify: rule(3) })];
    const answer = compareStrength(old, now);
    expect([answer.rules.use.relation, answer.rules.modify.relation, answer.relation]).toEqual([
      'looser',
      'stricter',
      'incomparable',
    ]);
  });
});

describe('no policy', () => {
  const open = policyOf({ use: null, block: null, unblock: null, modify: null });
  it('is looser than every policy, even one for everybody', () => {
    expect([relationOf(null, null), relationOf(open, null), relationOf(null, open)]).toEqual([
      'equal',
      'looser',
      'stricter',
    ]);
    expect([relationOf(twoOfThree, null), relationOf(null, policyOf({}))]).toEqual(['looser', 'stricter']);
    expect(compareStrength(twoOfThree, null).rules.use.newlySufficient).toEqual({
      approvers: [],
      elapsed: 0,
      smallest: true,
    });
  });
});

describe('differences that make neither stronger', () => {
  const bytes = keys[2] as Uint8Array;
  const one = (approver: Approver, name = 'officers'): Policy =>
    using({ name: 'day', timelock: 0, timeout: 600, groups: [{ name, quorum: 1, approvers: [approver] }] });
  const named = one(publicKeyApprover(bytes, 'officer-1'));

  it.each<[string, Policy, string, string]>([
    ['a renamed approver', one(publicKeyApprover(bytes, 'officer-2')), 'name', 'officer-1'],
    ['a renamed group', one(publicKeyApprover(bytes, 'officer-1'), 'others'), 'name', '`officers`'],
    ['a compressed point', one(publicKeyApprover(compressed(bytes), 'officer-1')), 'spelling', 'public key'],
    ['a certificate', one(certificateApprover(certificate(bytes, 'officer-1'))), 'spelling', 'public key'],
    ['a key status', { ...named, blocked: true }, 'status', 'false'],
  ])('lists %s', (_, now, kind, old) => {
    const answer = compareStrength(named, now);
    expect(answer.relation).toBe('equal');
    expect(answer.apart).toMatchObject([{ kind, old }]);
  });

  it('lists another order once, and another form once', () => {
    const [a, b] = [token([group(1, key(0))]), token([group(1, key(1))], 60)];
    expect(compareStrength(using(a, b), using(b, a)).apart).toMatchObject([{ kind: 'order', where: 'use' }]);
    expect(compareStrength(using(a, b), using(a, b, b)).apart).toMatchObject([{ kind: 'form', where: 'use' }]);
    const [none, nothing] = [policyOf({ use: null }), using(token([]))];
    expect(compareStrength(none, nothing)).toMatchObject({
      relation: 'equal',
      apart: [{ kind: 'form', where: 'use' }],
    });
  });

  it('lists a name or a form that was added, and one that was dropped', () => {
    const other = certificateApprover(certificate(bytes, 'CN'), 'officer-2');
    const both = policyOf({ use: named.rules.use, block: one(other).rules.use });
    const twice = policyOf({ use: named.rules.use, block: named.rules.use });
    const [added, dropped] = [compareStrength(twice, both), compareStrength(both, twice)];
    expect([added.relation, dropped.relation]).toEqual(['equal', 'equal']);
    expect(added.apart).toMatchObject([
      { kind: 'name', old: 'officer-1', new: 'officer-1, officer-2' },
      { kind: 'spelling', old: 'public key', new: 'certificate, public key' },
    ]);
    expect(dropped.apart).toEqual(added.apart.map((it) => ({ ...it, old: it.new, new: it.old })));
  });

  it('takes an onboarded approver for nobody else, and names who is meant', () => {
    const answer = compareStrength(named, one(onboardedApprover('officer-1')));
    expect(answer.relation).toBe('incomparable');
    expect(answer.rules.use.newlySufficient?.approvers).toEqual([
      { identity: 'onboarded:officer-1', name: 'officer-1' },
    ]);
  });
});

describe('the budget of a comparison', () => {
  it('leaves undecided what it does not reach, and never calls that equal', () => {
    const roll = dice(5);
    const hard = (): Policy => {
      const some = (): Approver[] => bits(0, 40).filter(() => roll(2) === 0);
      const one = (): Token => token(Array.from({ length: 4 }, () => group(5 + roll(5), ...some())));
      return using(...Array.from({ length: 12 }, one));
    };
    const [a, b] = [hard(), hard()];
    const outcomes = [0, 10, 1000, 100_000].map((budget) => compareStrength(a, b, { budget }).relation);
    expect(outcomes[0]).toBe('undecided');
    for (const outcome of outcomes) expect(['undecided', 'incomparable']).toContain(outcome);
    expect(compareStrength(a, a, { budget: 10 }).relation).toBe('undecided');
    expect(() => compareStrength(a, b, { budget: -1 })).toThrow(TypeError);
  });

  it('ends with adversarial policies: many groups that overlap, many windows', () => {
    const roll = dice(7);
    const wide = (): Policy => {
      const one = (): Token => {
        const groups = Array.from({ length: 12 }, () =>
          group(3 + roll(20), ...bits(0, 60).filter(() => roll(2) === 0)),
        );
        return token(groups, roll(50) * 60, roll(100) * 60);
      };
      return using(...Array.from({ length: 40 }, one));
    };
    const [a, b] = [wide(), wide()];
    expect(['undecided', 'incomparable', 'looser', 'stricter']).toContain(relationOf(a, b));
  });
});
