import { atLeast, ROUNDING, unmetIn } from './bound.ts';
import { branchOnClass, branchOnList, choiceOf } from './branch.ts';
import type { Budget } from './budget.ts';
import { type Problem, type Row, type Rows, rowsOf } from './constraint.ts';
import { type Box, leastOf, propagate } from './propagate.ts';
import { narrow, pricedBound } from './relax.ts';

/** How many to take from each class. */
export interface Taken {
  readonly counts: readonly number[];
  /** What they cost together. */
  readonly weight: number;
}

/**
 * The answer to a problem: taken so, it holds; nothing holds; or the budget ran out. `found` is then the best that was
 * seen, which need not be the cheapest.
 */
export type Solution =
  | ({ readonly type: 'yes' } & Taken)
  | { readonly type: 'no' }
  | { readonly type: 'undecided'; readonly spent: number; readonly found: Taken | null };

export interface SolveOptions {
  /** `least` (default): the cheapest; `any`: whatever is found first. */
  readonly goal?: 'least' | 'any';
  /** Only what costs less counts; default: no limit. */
  readonly below?: number;
}

/**
 * Decides whether so many keys can be taken from classes that all constraints hold, and how at the least cost: exactly,
 * by branch and bound over whole numbers. The order of classes and constraints decides which of several equally cheap
 * answers is given, and nothing else.
 *
 * @throws TypeError when a number of the problem is not an integer in its range
 */
export function solve(problem: Problem, budget: Budget, options: SolveOptions = {}): Solution {
  const { goal = 'least', below = Number.POSITIVE_INFINITY } = options;
  const rows = rowsOf(problem);
  const first: Box = {
    low: new Float64Array(rows.counts.length),
    high: rows.counts.slice(),
    rows: Array.from({ length: rows.all }, (_, i) => i),
    prices: new Float64Array(rows.rows.length + rows.any.length),
  };
  const stack: Box[] = [first];
  let best: Taken | null = null;
  let limit = below;
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    const state = budget.spend(1 + rows.counts.length) ? propagate(rows, box, budget) : 'spent';
    if (state === 'empty') continue;
    const unmet = state === 'spent' ? null : unmetIn(rows, box, budget);
    if (unmet === null) return { type: 'undecided', spent: budget.spent, found: best };
    const paid = priceOf(box.low, rows.weights);
    if (paid + atLeast(rows.weights, box, unmet.must, unmet.either) >= limit) continue;
    if (limit < Number.POSITIVE_INFINITY) {
      const open = [...unmet.must, ...unmet.either];
      const enough = limit - paid - 1 + 2 * ROUNDING;
      const more = pricedBound(rows.weights, box, open, box.prices, enough, budget);
      if (paid + Math.ceil(more.bound - ROUNDING) >= limit) continue;
      if (narrow(box, more.cost, enough - more.bound)) {
        stack.push(box);
        continue;
      }
    }
    if (unmet.must.length + unmet.either.length === 0) {
      if (isAbove(rows, box)) continue;
      best = { counts: [...box.low], weight: paid };
      limit = paid;
      if (goal === 'any') break;
      continue;
    }
    const list = choiceOf(unmet.either, box);
    if (!budget.spend((list?.indices.length ?? 2) * (rows.counts.length + box.rows.length))) {
      return { type: 'undecided', spent: budget.spent, found: best };
    }
    for (const part of list === null ? branchOnClass(unmet.must, rows, box) : branchOnList(list, box)) stack.push(part);
  }
  return best === null ? { type: 'no' } : { type: 'yes', ...best };
}

function priceOf(counts: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) sum += (counts[i] as number) * (weights[i] as number);
  return sum;
}

/** Whether even the lowest point of a box is too high for a row: possible only when propagation stopped early. */
function isAbove(rows: Rows, box: Box): boolean {
  return box.rows.some((index) => {
    const row = rows.rows[index] as Row;
    return leastOf(row, box) > row.upper;
  });
}
