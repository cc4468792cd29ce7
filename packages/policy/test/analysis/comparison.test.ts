import { describe, expect, it } from 'vitest';
import { compareStrength, type Relation } from '../../src/analysis/compare-strength.ts';
import { type Policy, RULE_NAMES, type Rule } from '../../src/index.ts';
import { decider, dice, mutated, popcount, randomPolicy, replay, type Shape } from './comparison-oracle.ts';
import { RUNS } from './oracle.ts';

/** The fewest keys, then the earliest second, that the first rule permits and the second does not. */
function gapOf(allows: Rule, refuses: Rule, { keys, last }: Shape): { size: number; elapsed: number } | null {
  const [yes, no] = [decider(allows, keys), decider(refuses, keys)];
  let best: { size: number; elapsed: number } | null = null;
  for (let elapsed = 0; elapsed <= last + 1; elapsed++) {
    for (let mask = 0; mask < 1 << keys; mask++) {
      const size = popcount(mask);
      if (best !== null && size >= best.size) continue;
      if (yes(mask, elapsed) && !no(mask, elapsed)) best = { size, elapsed };
    }
  }
  return best;
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  'true true': 'incomparable',
  'true false': 'looser',
  'false true': 'stricter',
  'false false': 'equal',
};

function judge(old: Policy, now: Policy, shape: Shape): Relation {
  const answer = compareStrength(old, now);
  let [more, less] = [false, false];
  for (const name of RULE_NAMES) {
    const [before, after] = [old.rules[name], now.rules[name]];
    const [found, lost] = [gapOf(after, before, shape), gapOf(before, after, shape)];
    const rule = answer.rules[name];
    expect(rule.relation).toBe(RELATIONS[`${found !== null} ${lost !== null}`]);
    more ||= found !== null;
    less ||= lost !== null;
    for (const [change, truth, allows, refuses] of [
      [rule.newlySufficient, found, after, before],
      [rule.newlyInsufficient, lost, before, after],
    ] as const) {
      expect(change === null).toBe(truth === null);
      if (change === null) continue;
      expect([change.approvers.length, change.elapsed, change.smallest]).toEqual([truth?.size, truth?.elapsed, true]);
      const keys = change.approvers.map((it) => it.identity);
      expect(replay(allows, keys, change.elapsed)).toBe(true);
      expect(replay(refuses, keys, change.elapsed)).toBe(false);
    }
  }
  const relation = RELATIONS[`${more} ${less}`] as Relation;
  expect(answer.relation).toBe(relation);
  return relation;
}

const SHAPES: readonly Shape[] = [
  { keys: 4, tokens: 3, groups: 2, last: 3 },
  { keys: 6, tokens: 2, groups: 3, last: 2 },
  { keys: 3, tokens: 4, groups: 2, last: 5 },
];

describe('comparing the strength of policies', () => {
  it('says the same as trying every set of approvers at every second, for 10,000 pairs', () => {
    const counts: Partial<Record<Relation, number>> = {};
    for (let seed = 0; seed < RUNS; seed++) {
      const shape = SHAPES[seed % SHAPES.length] as Shape;
      const roll = dice(seed);
      const old = randomPolicy(roll, shape);
      const now = seed % 4 === 0 ? randomPolicy(roll, shape) : mutated(roll, old, shape);
      const relation = judge(old, now, shape);
      counts[relation] = (counts[relation] ?? 0) + 1;
    }
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(RUNS);
    for (const relation of ['equal', 'stricter', 'looser', 'incomparable'] as const) {
      expect(counts[relation]).toBeGreaterThan(RUNS / 20);
    }
  });

  it('and for policies of 12 keys', () => {
    const shape: Shape = { keys: 12, tokens: 3, groups: 3, last: 1 };
    for (let seed = 0; seed < 60; seed++) {
      const roll = dice(seed);
      const old = randomPolicy(roll, shape);
      judge(old, seed % 4 === 0 ? randomPolicy(roll, shape) : mutated(roll, old, shape), shape);
    }
  });
});
