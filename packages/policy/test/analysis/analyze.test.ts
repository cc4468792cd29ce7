import { evaluateRule, type Rule } from '@quorate/policy';
import { type ApproverRef, analyzePolicy, type RuleAnalysis, replayOf } from '@quorate/policy/analysis';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskOf,
  namesOf,
  type Plain,
  plainRule,
  policyWith,
  RUNS,
  ruleOf,
  sizeOf,
  suffices,
  sufficient,
} from './oracle.ts';

const analyze = (rule: Rule, options = {}): RuleAnalysis => analyzePolicy(policyWith('use', rule), options).rules.use;
const ids = (refs: readonly ApproverRef[]): string[] => refs.map((ref) => ref.identity);

/** Counts what was seen, so that a test that never meets its case fails. */
class Seen {
  readonly #counts = new Map<string, number>();
  add(what: unknown): void {
    this.#counts.set(`${what}`, (this.#counts.get(`${what}`) ?? 0) + 1);
  }
  atLeast(least: number, ...what: readonly unknown[]): void {
    for (const it of what) expect([`${it}`, (this.#counts.get(`${it}`) ?? 0) >= least]).toEqual([`${it}`, true]);
  }
}

const smallest = (masks: readonly number[]): number | null =>
  masks.length === 0 ? null : Math.min(...masks.map(sizeOf));

describe('the fewest approvals, the minimal sets and the smallest loss', () => {
  it(`are those that trying all sets of keys gives (${RUNS} rules)`, () => {
    const seen = { approvals: new Seen(), sets: new Seen(), loss: new Seen() };
    fc.assert(
      fc.property(plainRule, ({ plain, count }) => {
        const rule = ruleOf(plain);
        const all = (1 << count) - 1;
        const good = new Set(sufficient(plain, count));
        const found = analyze(rule, { listed: 100_000 });
        expect([found.decided, found.minimalSets.exact]).toEqual([true, true]);
        seen.approvals.add(approvalsAgree(rule, found, good));
        seen.sets.add(setsAgree(found, good));
        seen.loss.add(lossAgrees(rule, found, good, all));
      }),
      { numRuns: RUNS },
    );
    seen.approvals.atLeast(RUNS / 200, null, 0, 1, 2, 3);
    seen.sets.atLeast(RUNS / 200, 0, 1, 2, 3, 6);
    seen.loss.atLeast(RUNS / 200, null, 0, 1, 2, 3);
  });

  function approvalsAgree(rule: Rule, found: RuleAnalysis, good: ReadonlySet<number>): number | null {
    expect(found.minimumApprovals).toBe(smallest([...good]));
    expect([found.satisfiable, found.unguarded]).toEqual([good.size > 0, good.has(0)]);
    if (found.fewest === null) return found.minimumApprovals;
    const { approvers, elapsed, token } = found.fewest;
    expect(approvers).toHaveLength(found.minimumApprovals as number);
    const replayed = evaluateRule(rule, replayOf(ids(approvers), elapsed));
    expect([replayed.satisfied, replayed.tokens[token]?.satisfied ?? true]).toEqual([true, true]);
    return found.minimumApprovals;
  }

  function setsAgree({ minimalSets }: RuleAnalysis, good: ReadonlySet<number>): number {
    const lessOne = (mask: number): number[] => namesOf(mask).map((name) => mask & ~maskOf([name]));
    const expected = [...good].filter((mask) => !lessOne(mask).some((less) => good.has(less))).sort((a, b) => a - b);
    expect(minimalSets.wayCount).toBe(minimalSets.ways.length);
    expect(minimalSets.setCount).toBe(`${expected.length}`);
    const listed = minimalSets.ways.flatMap(({ take }) => expand(minimalSets.classes, take));
    expect(listed.sort((a, b) => a - b)).toEqual(expected);
    return Math.min(6, expected.length);
  }

  function lossAgrees(rule: Rule, found: RuleAnalysis, good: ReadonlySet<number>, all: number): number | null {
    const losses: number[] = [];
    for (let mask = 0; mask <= all; mask += 1) if (!good.has(all & ~mask)) losses.push(mask);
    expect(found.minimumLoss).toBe(smallest(losses));
    const single = namesOf(all).filter((name) => losses.includes(maskOf([name])));
    expect(ids(found.singlePointsOfFailure)).toEqual(losses.includes(0) ? [] : single.sort());
    if (found.loss === null) return found.minimumLoss;
    expect(found.loss).toHaveLength(found.minimumLoss as number);
    const left = namesOf(all & ~maskOf(ids(found.loss)));
    const times = [0, 1, 2, 3, 4, 5, 6];
    expect(times.some((elapsed) => evaluateRule(rule, replayOf(left, elapsed)).satisfied)).toBe(false);
    return found.minimumLoss;
  }

  /** All sets that one way stands for. */
  function expand(
    classes: readonly (readonly string[])[],
    take: readonly { class: number; count: number }[],
  ): number[] {
    let masks = [0];
    for (const { class: at, count } of take) {
      const inside = maskOf(classes[at] as readonly string[]);
      const parts = Array.from({ length: inside + 1 }, (_, mask) => mask).filter(
        (mask) => (mask & ~inside) === 0 && sizeOf(mask) === count,
      );
      masks = masks.flatMap((mask) => parts.map((part) => mask | part));
    }
    return masks;
  }

  it('are counted without being listed when there are very many', () => {
    const approvers = Array.from({ length: 1000 }, (_, i) => ({
      type: 'public_key' as const,
      name: null,
      publicKey: new Uint8Array(),
      identity: `k${i}`,
    }));
    const groups = [{ name: null, quorum: 500, approvers }];
    const many = analyze({ tokens: [{ name: null, timelock: 0, timeout: 0, groups }] }).minimalSets;
    expect([many.wayCount, many.setCount, many.exact]).toEqual([1, `${10n ** 30n}`, false]);
    const few = analyze({
      tokens: [{ name: null, timelock: 0, timeout: 0, groups: [{ name: null, quorum: 3, approvers }] }],
    });
    expect(few.minimalSets.setCount).toBe('166167000');
    expect(few.minimalSets.exact).toBe(true);
  });
});

describe('what is left of a rule', () => {
  it(`after given losses is what the rule without these keys has (${RUNS} rules)`, () => {
    const seen = new Seen();
    fc.assert(
      fc.property(plainRule, fc.nat(), ({ plain, count }, draw) => {
        const lost = draw & ((1 << count) - 1);
        const rest = ((1 << count) - 1) & ~lost;
        const good = sufficient(plain, count).filter((mask) => (mask & lost) === 0);
        const losses = Array.from({ length: 1 << count }, (_, mask) => mask).filter(
          (mask) => (mask & lost) === 0 && !suffices(plain, rest & ~mask),
        );
        const found = analyze(ruleOf(plain), { lost: namesOf(lost) });
        expect(found.afterLoss?.minimumApprovals).toBe(smallest(good));
        expect(found.afterLoss?.minimumLoss).toBe(smallest(losses));
        seen.add(found.satisfiable === found.afterLoss?.satisfiable);
      }),
      { numRuns: RUNS },
    );
    seen.atLeast(RUNS / 200, true, false);
  });
});

/** Each person holds some keys, each team some people; one team contains another. */
const people = fc.record({
  held: fc.array(fc.nat((1 << 14) - 1), { minLength: 1, maxLength: 4 }),
  teams: fc.array(fc.nat(15), { maxLength: 2 }),
});

describe('collusion', () => {
  it(`needs as few people, or teams, as the smallest coalition that satisfies the rule (${RUNS} rules)`, () => {
    const seen = new Seen();
    fc.assert(
      fc.property(plainRule, people, ({ plain, count }, { held, teams }) => {
        const rule = ruleOf(plain);
        const all = (1 << count) - 1;
        const used = (plain.tokens ?? []).reduce(
          (sum, token) => token.groups.reduce((mask, it) => mask | it.keys, sum),
          0,
        );
        const officers = held.map((mask, i) => ({ name: `officer-${i}`, mask: mask & all }));
        const crews = teams.map((mask, i) => {
          const inside = officers.filter((_, k) => (mask >> k) & 1);
          return {
            name: `team-${i}`,
            members: inside.map((it) => it.name),
            mask: inside.reduce((sum, it) => sum | it.mask, 0),
          };
        });
        const [first] = crews;
        if (first !== undefined)
          crews.push({
            name: 'team-all',
            members: ['team-0', 'officer-0'],
            mask: first.mask | (officers[0]?.mask ?? 0),
          });
        const map = {
          people: Object.fromEntries(officers.map((it) => [it.name, namesOf(it.mask)])),
          teams: Object.fromEntries(crews.map((it) => [it.name, it.members])),
        };
        const found = analyze(rule, { people: map }).collusion;
        expect(found?.people.minimum).toBe(leastParties(plain, officers, used));
        expect(found?.teams.minimum).toBe(leastParties(plain, crews, used));
        expect([found?.people.decided, found?.teams.decided]).toEqual([true, true]);
        const alone = [...officers, ...crews].map((it) => [it.name, suffices(plain, it.mask)]);
        expect(found?.alone.map((it) => [it.party, it.can])).toEqual(alone);
        for (const coalition of [found?.people, found?.teams]) {
          seen.add(coalition?.minimum);
          if (coalition?.approvals == null) continue;
          const { keys, elapsed } = coalition.approvals;
          expect(coalition.members).toHaveLength(coalition.minimum as number);
          expect(evaluateRule(rule, replayOf(keys, elapsed)).satisfied).toBe(true);
          const reach = [...officers, ...crews].filter((it) => coalition.members.includes(it.name));
          const mask = reach.reduce((sum, it) => sum | it.mask, 0);
          expect(keys.every((key) => (mask & maskOf([key])) !== 0 || coalition.members.includes(key))).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    seen.atLeast(RUNS / 200, null, 0, 1, 2, 3);
  });

  /** Over all sets of parties; keys that no party holds are parties of their own. */
  function leastParties(plain: Plain, parties: readonly { readonly mask: number }[], used: number): number | null {
    const held = parties.reduce((sum, it) => sum | it.mask, 0);
    const masks = [...parties.map((it) => it.mask), ...namesOf(used & ~held).map((name) => maskOf([name]))];
    let least: number | null = null;
    for (let choice = 0; choice < 1 << masks.length; choice += 1) {
      const size = sizeOf(choice);
      if (least !== null && size >= least) continue;
      const mask = masks.reduce((sum, own, i) => ((choice >> i) & 1 ? sum | own : sum), 0);
      if (suffices(plain, mask)) least = size;
    }
    return least;
  }
});
