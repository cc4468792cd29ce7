import { describe, expect, it } from 'vitest';
import { type EffectiveUse, effectiveUse } from '../../src/analysis/escalation.ts';
import type { Policy, Rule, RuleName } from '../../src/index.ts';
import { decider, dice, popcount, randomPolicy, replay, type Shape } from './comparison-oracle.ts';
import { RUNS } from './oracle.ts';

type Truth = { readonly size: number; readonly steps: number; readonly delay: number } | null;

/** The first second at which a set of keys meets a rule. */
function earliest(rule: Rule, mask: number, { keys, last }: Shape): number | null {
  const permits = decider(rule, keys);
  for (let elapsed = 0; elapsed <= last + 1; elapsed++) if (permits(mask, elapsed)) return elapsed;
  return null;
}

/** Tries every coalition, by every way that a careful person would write down. */
function truthOf(policy: Policy, shape: Shape, modifyWhileBlocked: boolean): Truth {
  let best: Truth = null;
  for (let mask = 0; mask < 1 << shape.keys; mask++) {
    const size = popcount(mask);
    if (best !== null && size > best.size) continue;
    const when = (name: RuleName): number => earliest(policy.rules[name], mask, shape) ?? Number.POSITIVE_INFINITY;
    const [use, unblock, modify] = [when('use'), when('unblock'), when('modify')];
    const ways =
      policy.blocked === true
        ? [
            { steps: 2, delay: unblock + use },
            { steps: 3, delay: unblock + modify },
            { steps: 3, delay: modifyWhileBlocked ? modify : Number.POSITIVE_INFINITY },
          ]
        : [
            { steps: 1, delay: use },
            { steps: 2, delay: modify },
          ];
    for (const way of ways) {
      if (!Number.isFinite(way.delay)) continue;
      const better =
        best === null ||
        size < best.size ||
        (size === best.size && (way.steps < best.steps || (way.steps === best.steps && way.delay < best.delay)));
      if (better) best = { size, ...way };
    }
  }
  return best;
}

/** The path holds when walked: every step is met by its own approvers, who are of the coalition, after its wait. */
function walk(policy: Policy, answer: EffectiveUse): void {
  const coalition = answer.coalition.map((it) => it.identity);
  let [blocked, rewritten, delay] = [policy.blocked === true, false, 0];
  for (const { action, rule, approvers, wait } of answer.path) {
    const keys = approvers.map((it) => it.identity);
    expect(coalition).toEqual(expect.arrayContaining(keys));
    expect(rule).toBe(rewritten ? null : action);
    if (rule !== null) expect(replay(policy.rules[rule], keys, wait)).toBe(true);
    if (action === 'use') expect(blocked).toBe(false);
    if (action === 'unblock') blocked = false;
    if (action === 'modify') rewritten = true;
    delay += wait;
  }
  expect(answer.path.at(-1)?.action).toBe('use');
  expect(delay).toBe(answer.delaySeconds);
}

const SHAPES: readonly Shape[] = [
  { keys: 5, tokens: 2, groups: 2, last: 3 },
  { keys: 4, tokens: 3, groups: 2, last: 2 },
  { keys: 7, tokens: 2, groups: 2, last: 1 },
];

describe('the effective quorum of use', () => {
  it('is what trying every coalition by every way finds, for 10,000 policies', () => {
    const seen = { never: 0, 1: 0, 2: 0, 3: 0 };
    for (let seed = 0; seed < RUNS; seed++) {
      const shape = SHAPES[seed % SHAPES.length] as Shape;
      const policy = randomPolicy(dice(seed), shape);
      const modifyWhileBlocked = seed % 2 === 0;
      const answer = effectiveUse(policy, { modifyWhileBlocked });
      const truth = truthOf(policy, shape, modifyWhileBlocked);
      const found = { size: answer.minimumApprovals, steps: answer.path.length, delay: answer.delaySeconds };
      expect(found).toEqual(truth ?? { size: null, steps: 0, delay: 0 });
      expect([answer.decided, answer.coalition.length]).toEqual([true, answer.minimumApprovals ?? 0]);
      if (truth === null) seen.never++;
      else {
        seen[truth.steps as 1 | 2 | 3]++;
        walk(policy, answer);
      }
    }
    expect(seen.never + seen[1] + seen[2] + seen[3]).toBe(RUNS);
    expect(Math.min(seen.never, seen[1], seen[2], seen[3])).toBeGreaterThan(RUNS / 20);
  });
});
