import type { Unmet } from './bound.ts';
import type { Budget } from './budget.ts';
import type { Box } from './propagate.ts';

/** Rounds of improving the prices; they are handed on from one box to the next, so few are enough. */
const ROUNDS = 20;

/** How far beyond the limit it aims, so as not to creep up to it. */
const BEYOND = 0.6;

/** The length of a step, as a factor of that which would do if the bound were linear; halved when it overshoots. */
const STRIDE = 1.2;

/**
 * A bound by prices (Lagrangian relaxation): each unmet row may be missed at a price per unit. Whatever the prices, the
 * cheapest way to take keys and pay for what is missed costs no more than the true answer, so a mistake in them can make
 * the search slower and never wrong. The prices are improved until the bound reaches the limit, or some rounds are over.
 *
 * Alternatives are taken as one row, each class in it by its best share in any of them.
 *
 * @param prices by row of the problem, then by list of alternatives; changed in place
 * @param limit the bound that would be enough
 */
export function pricedBound(
  weights: Float64Array,
  box: Box,
  unmet: readonly Unmet[],
  prices: Float64Array,
  limit: number,
  budget: Budget,
): PricedBound {
  const rows = unmet.map((it) => relaxedRow(it, weights.length));
  const size = rows.reduce((sum, row) => sum + row.at.length, weights.length);
  let best = 0;
  const kept = prices.slice();
  let cost = weights;
  let stride = STRIDE;
  const missed = new Float64Array(rows.length);
  for (let round = 0; round < ROUNDS && budget.spend(size); round += 1) {
    const now = weights.slice();
    const bound = boundAt(now, box, rows, prices, missed);
    if (bound > best) {
      best = bound;
      cost = now;
      kept.set(prices);
    } else stride /= 2;
    if (best >= limit) break;
    let norm = 0;
    for (const it of missed) norm += it * it;
    if (norm < 1e-9) break;
    const step = (stride * (limit + BEYOND - bound)) / norm;
    rows.forEach(({ price }, r) => {
      prices[price] = Math.max(0, (prices[price] as number) + step * (missed[r] as number));
    });
  }
  prices.set(kept);
  return { bound: best, cost };
}

export interface PricedBound {
  readonly bound: number;
  /** What one more of each class costs when what it serves is credited at the prices of the bound. */
  readonly cost: Float64Array;
}

/**
 * Takes out of a box what costs more than the slack between bound and limit.
 *
 * @returns whether the box is smaller
 */
export function narrow({ low, high }: Box, cost: Float64Array, slack: number): boolean {
  let changed = false;
  for (let i = 0; i < cost.length; i += 1) {
    const each = Math.abs(cost[i] as number);
    const room = (high[i] as number) - (low[i] as number);
    if (each * room <= slack) continue;
    const most = Math.floor(slack / each + 1e-6);
    if (most >= room) continue;
    if ((cost[i] as number) > 0) high[i] = (low[i] as number) + most;
    else low[i] = (high[i] as number) - most;
    changed = true;
  }
  return changed;
}

/** A row as shares of what is missing: they must add up to 1. */
interface RelaxedRow {
  readonly at: Int32Array;
  readonly share: Float64Array;
  readonly price: number;
}

function relaxedRow({ rows, short, price }: Unmet, count: number): RelaxedRow {
  const [first] = rows;
  const by = short[0] as number;
  if (rows.length === 1 && first !== undefined) {
    return { at: first.at, share: first.factor.map((factor) => factor / by), price };
  }
  const shares = new Float64Array(count);
  const at: number[] = [];
  rows.forEach((row, a) => {
    for (let k = 0; k < row.at.length; k += 1) {
      const i = row.at[k] as number;
      const share = (row.factor[k] as number) / (short[a] as number);
      if (shares[i] === 0) at.push(i);
      if (share > (shares[i] as number)) shares[i] = share;
    }
  });
  return { at: Int32Array.from(at), share: Float64Array.from(at, (i) => shares[i] as number), price };
}

/** The bound that prices give, how far each row is missed by the cheapest choice, and `cost` less what is credited. */
function boundAt(
  cost: Float64Array,
  { low, high }: Box,
  rows: readonly RelaxedRow[],
  prices: Float64Array,
  missed: Float64Array,
): number {
  let bound = 0;
  for (const { at, share, price } of rows) {
    const paid = prices[price] as number;
    if (paid === 0) continue;
    bound += paid;
    for (let k = 0; k < at.length; k += 1) {
      const i = at[k] as number;
      cost[i] = (cost[i] as number) - paid * (share[k] as number);
    }
  }
  for (let i = 0; i < cost.length; i += 1) {
    const each = cost[i] as number;
    if (each < 0) bound += each * ((high[i] as number) - (low[i] as number));
  }
  for (let r = 0; r < rows.length; r += 1) {
    const { at, share } = rows[r] as RelaxedRow;
    let left = 1;
    for (let k = 0; k < at.length; k += 1) {
      const i = at[k] as number;
      if ((cost[i] as number) < 0) left -= (share[k] as number) * ((high[i] as number) - (low[i] as number));
    }
    missed[r] = left;
  }
  return bound;
}
