import type { Budget } from './budget.ts';
import type { Row, Rows } from './constraint.ts';
import { type Box, leastOf } from './propagate.ts';

/** Something that the lowest point of a box does not meet yet: one row, or one of several alternatives. */
export interface Unmet {
  readonly rows: readonly Row[];
  /** For each row by how much its sum falls short. */
  readonly short: readonly number[];
  /** Row numbers, for choosing. */
  readonly indices: readonly number[];
  /** Where its price stands among the prices of a box. */
  readonly price: number;
}

/** What the lowest point of a box does not meet; `null`: the budget is out. */
export function unmetIn(rows: Rows, box: Box, budget: Budget): { must: Unmet[]; either: Unmet[] } | null {
  const must: Unmet[] = [];
  const either: Unmet[] = [];
  for (const index of box.rows) {
    const row = rows.rows[index] as Row;
    if (!budget.spend(1 + row.at.length)) return null;
    const short = row.lower - leastOf(row, box);
    if (short > 0) must.push({ rows: [row], short: [short], indices: [index], price: index });
  }
  if (!budget.spend(rows.rows.length)) return null;
  const chosen = new Uint8Array(rows.rows.length);
  for (const index of box.rows) chosen[index] = 1;
  for (const [place, list] of rows.any.entries()) {
    const price = rows.rows.length + place;
    const unmet = list.some((index) => chosen[index] === 1) ? null : unmetList(rows, list, price, box, budget);
    if (unmet === 'spent') return null;
    if (unmet !== null) either.push(unmet);
  }
  return { must, either };
}

function unmetList(
  rows: Rows,
  list: readonly number[],
  price: number,
  box: Box,
  budget: Budget,
): Unmet | null | 'spent' {
  const open: Row[] = [];
  const short: number[] = [];
  const indices: number[] = [];
  for (const index of list) {
    const row = rows.rows[index] as Row;
    if (!budget.spend(1 + row.at.length)) return 'spent';
    const least = leastOf(row, box);
    if (least >= row.lower && least <= row.upper) return null;
    if (least > row.upper || roomOf(row, box) < row.lower - least) continue;
    open.push(row);
    short.push(row.lower - least);
    indices.push(index);
  }
  return { rows: open, short, indices, price };
}

function roomOf({ at, factor }: Row, { low, high }: Box): number {
  let sum = 0;
  for (let k = 0; k < at.length; k += 1) {
    const i = at[k] as number;
    sum += (factor[k] as number) * ((high[i] as number) - (low[i] as number));
  }
  return sum;
}

/**
 * What must be paid at least, beyond the lowest point of the box, to meet what is unmet. The greater of two bounds: the
 * sum over unmet things that have no class in common, each met in its cheapest way; and a share of each class's price
 * for each row it stands in, which is a feasible solution of the dual linear program.
 */
export function atLeast(weights: Float64Array, box: Box, must: readonly Unmet[], either: readonly Unmet[]): number {
  return Math.max(disjointBound(weights, box, [...must, ...either]), sharedBound(weights, box, must));
}

function disjointBound(weights: Float64Array, box: Box, unmet: readonly Unmet[]): number {
  const priced = unmet.map((it) => ({
    it,
    price: Math.min(...it.rows.map((row, i) => cheapest(row, it.short[i] as number, weights, box))),
  }));
  priced.sort((a, b) => b.price - a.price);
  const used = new Uint8Array(weights.length);
  let sum = 0;
  for (const { it, price } of priced) {
    if (price <= 0) break;
    if (it.rows.some((row) => row.at.some((i) => used[i] === 1))) continue;
    for (const row of it.rows) for (const i of row.at) used[i] = 1;
    sum += price;
  }
  return sum;
}

/** The price of meeting one row alone, as fractions of the best bargain: never above the true price. */
function cheapest({ at, factor }: Row, short: number, weights: Float64Array, { low, high }: Box): number {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < at.length; k += 1) {
    const i = at[k] as number;
    if ((high[i] as number) <= (low[i] as number)) continue;
    best = Math.min(best, (weights[i] as number) / (factor[k] as number));
  }
  return Math.ceil(best * short - ROUNDING);
}

function sharedBound(weights: Float64Array, { low, high }: Box, must: readonly Unmet[]): number {
  const demand = new Float64Array(weights.length);
  for (const { rows } of must) {
    for (const { at, factor } of rows) for (let k = 0; k < at.length; k += 1) add(demand, at[k] as number, factor[k]);
  }
  let sum = 0;
  for (const { rows, short } of must) {
    const row = rows[0] as Row;
    let share = Number.POSITIVE_INFINITY;
    for (const i of row.at) {
      if ((high[i] as number) <= (low[i] as number)) continue;
      share = Math.min(share, (weights[i] as number) / (demand[i] as number));
    }
    if (Number.isFinite(share)) sum += share * (short[0] as number);
  }
  return Math.ceil(sum - ROUNDING);
}

function add(to: Float64Array, i: number, value: number | undefined): void {
  to[i] = (to[i] as number) + (value as number);
}

/** Prices are integers, so a bound may be rounded up; this much is left for the rounding of fractions. */
export const ROUNDING = 1e-6;
