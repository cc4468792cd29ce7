import type { Unmet } from './bound.ts';
import type { Row, Rows } from './constraint.ts';
import type { Box } from './propagate.ts';

/** The list of alternatives that matters most by the prices of the box; of several the one that leaves the fewest. */
export function choiceOf(either: readonly Unmet[], { prices }: Box): Unmet | null {
  let list: Unmet | null = null;
  for (const unmet of either) if (list === null || rank(unmet, prices) > rank(list, prices)) list = unmet;
  return list;
}

function rank({ indices, price }: Unmet, prices: Float64Array): number {
  return (prices[price] as number) - 1e-6 * indices.length;
}

/** Parts of a box, one for each alternative, the one that is nearest to be met last: the search takes the last first. */
export function branchOnList(list: Unmet, box: Box): Box[] {
  const order = list.indices.map((index, i) => ({ index, short: list.short[i] as number }));
  order.sort((a, b) => b.short - a.short);
  return order.map(({ index }) => ({
    low: box.low.slice(),
    high: box.high.slice(),
    rows: [...box.rows, index],
    prices: box.prices.slice(),
  }));
}

/**
 * Two parts of a box, told apart by how many are taken from one class: of the row with the least room the class that
 * serves the most unmet rows for its price. The part where it serves as much as it can comes last, to be searched first.
 * No parts when the row cannot be met.
 */
export function branchOnClass(must: readonly Unmet[], rows: Rows, { low, high, rows: chosen, prices }: Box): Box[] {
  const served = new Float64Array(low.length);
  const useful = new Float64Array(low.length).fill(Number.POSITIVE_INFINITY);
  let tightest: Unmet | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const unmet of must) {
    const short = unmet.short[0] as number;
    let room = -short;
    unmet.rows[0]?.at.forEach((i, k) => {
      const factor = unmet.rows[0]?.factor[k] as number;
      served[i] = (served[i] as number) + Math.min(factor, short);
      useful[i] = Math.min(useful[i] as number, Math.ceil(short / factor));
      room += factor * ((high[i] as number) - (low[i] as number));
    });
    if (room < least) [least, tightest] = [room, unmet];
  }
  let best = -1;
  let score = -1;
  for (const i of tightest?.rows[0]?.at ?? []) {
    if ((high[i] as number) <= (low[i] as number)) continue;
    const gain = (served[i] as number) / (rows.weights[i] as number);
    if (gain > score) [score, best] = [gain, i];
  }
  if (best < 0) return [];
  const amount = Math.min(useful[best] as number, (high[best] as number) - (low[best] as number));
  const fewer: Box = { low: low.slice(), high: high.slice(), rows: [...chosen], prices: prices.slice() };
  const more: Box = { low: low.slice(), high: high.slice(), rows: [...chosen], prices: prices.slice() };
  fewer.high[best] = (low[best] as number) + amount - 1;
  more.low[best] = (low[best] as number) + amount;
  for (const i of replaceable(best, must, rows)) fewer.high[i] = low[i] as number;
  return [fewer, more];
}

/**
 * Classes in whose place one more of class `by` could be taken at any time, at no higher price: it serves every unmet row
 * as well, and every row that may become unmet because it is an alternative to an upper bound, and burdens no row with an upper bound more. Where `by` is not used to the full they need not be used at all.
 */
function replaceable(by: number, must: readonly Unmet[], { weights, rows, mixed }: Rows): number[] {
  const price = weights[by] as number;
  const ok = Uint8Array.from(weights, (weight, i) => (weight >= price && i !== by ? 1 : 0));
  for (const unmet of must) {
    const row = unmet.rows[0] as Row;
    const own = factorOf(row, by);
    for (let k = 0; k < row.at.length; k += 1) if ((row.factor[k] as number) > own) ok[row.at[k] as number] = 0;
  }
  for (const index of mixed) {
    const row = rows[index] as Row;
    const own = row.lower > 0 ? factorOf(row, by) : Number.POSITIVE_INFINITY;
    for (let k = 0; k < row.at.length; k += 1) if ((row.factor[k] as number) > own) ok[row.at[k] as number] = 0;
  }
  for (const row of rows) {
    const own = row.upper === Number.POSITIVE_INFINITY ? 0 : factorOf(row, by);
    if (own === 0) continue;
    const factors = new Map(Array.from(row.at, (i, k) => [i, row.factor[k] as number]));
    for (let i = 0; i < ok.length; i += 1) if ((factors.get(i) ?? 0) < own) ok[i] = 0;
  }
  return [...ok.keys()].filter((i) => ok[i] === 1);
}

function factorOf({ at, factor }: Row, i: number): number {
  const k = at.indexOf(i);
  return k < 0 ? 0 : (factor[k] as number);
}
