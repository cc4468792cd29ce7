import { describe, expect, it } from 'vitest';
import { type PlanOptions, planMigration } from '../../src/analysis/plan.ts';
import { type Policy, RULE_NAMES, type Rule, type RuleName, samePolicy } from '../../src/index.ts';
import { decider, dice, mutated, popcount, randomPolicy, replay, type Shape } from './comparison-oracle.ts';
import { RUNS } from './oracle.ts';

const SHAPE: Shape = { keys: 5, tokens: 2, groups: 2, last: 2 };
const ALL = (1 << SHAPE.keys) - 1;
const MOMENTS = [0, 1, 2, 3];
const bitOf = (identity: string): number => (identity.startsWith('onboarded') ? SHAPE.keys - 1 : Number(identity));
const nameOf = (bit: number): string => (bit === SHAPE.keys - 1 ? 'onboarded:officer-1' : `${bit}`.padStart(64, '0'));
const maskOf = (keys: readonly { readonly identity: string }[]): number =>
  keys.reduce((mask, { identity }) => mask | (1 << bitOf(identity)), 0);
const namesOf = (mask: number): string[] =>
  Array.from({ length: SHAPE.keys }, (_, bit) => bit).flatMap((bit) => ((mask >> bit) & 1 ? [nameOf(bit)] : []));

/** Whether keys meet a rule at some time. */
function meets(rule: Rule, mask: number): boolean {
  const permits = decider(rule, SHAPE.keys);
  return MOMENTS.some((elapsed) => permits(mask, elapsed));
}

function neverWeakerThanBoth(step: Policy, from: Policy, to: Policy): boolean {
  return RULE_NAMES.every((name) => {
    const [it, old, now] = [step, from, to].map((policy) => decider(policy.rules[name], SHAPE.keys));
    for (let mask = 0; mask <= ALL; mask++) {
      for (const t of MOMENTS) if (it?.(mask, t) && !old?.(mask, t) && !now?.(mask, t)) return false;
    }
    return true;
  });
}

function fewest(wanted: (mask: number) => boolean, inside: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask <= ALL; mask++) {
    if ((mask & ~inside) === 0 && popcount(mask) < best && wanted(mask)) best = popcount(mask);
  }
  return best;
}

interface Case {
  readonly from: Policy;
  readonly to: Policy;
  readonly lost: number;
  readonly pending: number;
  readonly rehearse: boolean;
}

/** Checks a plan, or why there is none, against all sets of keys; says what it was. */
function judge({ from, to, lost, pending, rehearse }: Case): string {
  const options: PlanOptions = { lost: namesOf(lost), pending: namesOf(pending), rehearse };
  const answer = planMigration(from, to, options);
  if (samePolicy(from, to)) {
    expect(answer).toEqual({ type: 'plan', steps: [], gaps: [] });
    return 'same';
  }
  const later = ALL & ~lost;
  const needed = RULE_NAMES.filter((name) => meets(to.rules[name], ALL));
  const unmet = needed.filter((name) => !meets(to.rules[name], later));
  if (unmet.length > 0) {
    expect(answer).toMatchObject({ type: 'proof', reason: 'target-unmet', rules: unmet });
    return 'target-unmet';
  }
  if (!meets(from.rules.modify, later)) {
    expect(answer).toMatchObject({ type: 'proof', reason: 'frozen', rules: ['modify'] });
    return 'frozen';
  }
  if (answer.type !== 'plan') throw new Error(answer.reason);
  walk({ from, to, lost, pending, rehearse }, needed, answer.steps);
  const now = later & ~pending;
  const reachable = (name: RuleName): boolean => meets(from.rules.modify, now) && meets(to.rules[name], now);
  expect(answer.gaps).toEqual(needed.filter((name) => !meets(from.rules[name], now) && !reachable(name)));
  return `${answer.steps.length} steps${answer.steps.some((it) => it.awaits.length > 0) ? ', waiting' : ''}`;
}

function walk({ from, to, lost, pending, rehearse }: Case, needed: RuleName[], steps: readonly PlanStepLike[]): void {
  let [current, present, waited] = [from, ALL & ~lost & ~pending, false];
  const keep = (): void => {
    for (const name of needed) {
      const possible =
        meets(from.rules[name], present) || (meets(from.rules.modify, present) && meets(to.rules[name], present));
      if (possible) expect(meets(current.rules[name], present)).toBe(true);
    }
  };
  for (const [i, step] of steps.entries()) {
    if (step.awaits.length > 0) {
      expect(waited).toBe(false);
      keep();
      const enough = (mask: number): boolean =>
        meets(current.rules.modify, mask | present) && needed.every((name) => meets(to.rules[name], mask | present));
      expect(popcount(maskOf(step.awaits))).toBe(fewest(enough, pending));
      present |= maskOf(step.awaits);
      waited = true;
    }
    const approvers = maskOf(step.approvers);
    expect([approvers & ~present, step.decided]).toEqual([0, true]);
    expect(replay(current.rules.modify, namesOf(approvers), step.wait)).toBe(true);
    const isProof = rehearse && i === steps.length - 1 && meets(to.rules.modify, ALL & ~lost);
    const rule = isProof ? to.rules.modify : current.rules.modify;
    expect(popcount(approvers)).toBe(fewest((mask) => meets(rule, mask), present));
    expect(neverWeakerThanBoth(step.policy, from, to)).toBe(true);
    expect(step.policy.blocked).toBeNull();
    current = step.policy;
    if (step.awaits.length > 0) keep();
  }
  expect(current).toEqual({ ...to, blocked: null });
  for (const name of needed) expect(meets(to.rules[name], present)).toBe(true);
  expect(steps.length).toBeLessThanOrEqual(rehearse ? 3 : 2);
}

interface PlanStepLike {
  readonly policy: Policy;
  readonly awaits: readonly { readonly identity: string }[];
  readonly approvers: readonly { readonly identity: string }[];
  readonly wait: number;
  readonly decided: boolean;
}

describe('planning a migration', () => {
  it('finds a plan exactly when there is one, with steps that hold by every set of keys, for 10,000 pairs', () => {
    const counts: Record<string, number> = {};
    for (let seed = 0; seed < RUNS; seed++) {
      const roll = dice(seed);
      const from = randomPolicy(roll, SHAPE);
      const to = seed % 3 === 0 ? mutated(roll, from, SHAPE) : randomPolicy(roll, SHAPE);
      const lost = roll(2) === 0 ? 0 : roll(ALL + 1) & roll(ALL + 1);
      const pending = (roll(3) === 0 ? 0 : roll(ALL + 1)) & ~lost;
      const what = judge({ from, to, lost, pending, rehearse: roll(4) === 0 });
      counts[what] = (counts[what] ?? 0) + 1;
    }
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(RUNS);
    expect(Object.keys(counts).length).toBe(8);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(RUNS / 200);
  });
});
