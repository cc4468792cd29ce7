import type { Budget } from './budget.ts';
import type { Row, Rows } from './constraint.ts';

/** A part of the search space: how many are taken from each class at least and at most, and which alternatives are chosen. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Rows that must hold: those of `all`, and chosen alternatives. */
  readonly rows: number[];
  /** What missing a row by its whole shortage costs, by row, then by list of alternatives: a guess that makes bounds good. */
  readonly prices: Float64Array;
}

/** Sweeps over all rows; more would only find what branching finds as well. */
const MAX_SWEEPS = 8;

/** The least value that a row's sum can take in a box. */
export function leastOf({ at, factor }: Row, { low }: Box): number {
  let sum = 0;
  for (let k = 0; k < at.length; k += 1) sum += (factor[k] as number) * (low[at[k] as number] as number);
  return sum;
}

/** The greatest value that a row's sum can take in a box. */
export function greatestOf({ at, factor }: Row, { high }: Box): number {
  let sum = 0;
  for (let k = 0; k < at.length; k += 1) sum += (factor[k] as number) * (high[at[k] as number] as number);
  return sum;
}

/**
 * Makes a box smaller by what its rows imply, and chooses alternatives that are the last of their list.
 *
 * @returns `empty`: nothing in the box can hold; `spent`: the budget is out
 */
export function propagate(rows: Rows, box: Box, budget: Budget): 'open' | 'empty' | 'spent' {
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let changed = false;
    for (const index of box.rows) {
      const row = rows.rows[index] as Row;
      if (!budget.spend(1 + row.at.length)) return 'spent';
      const least = leastOf(row, box);
      const greatest = greatestOf(row, box);
      if (greatest < row.lower || least > row.upper) return 'empty';
      if (least < row.lower && raise(row, box, greatest)) changed = true;
      if (greatest > row.upper && reduce(row, box, least)) changed = true;
    }
    for (const list of rows.any) {
      const last = onlyChoice(rows, list, box, budget);
      if (last === 'none') return 'empty';
      if (last === 'spent') return 'spent';
      if (typeof last === 'number') {
        box.rows.push(last);
        changed = true;
      }
    }
    if (!changed) return 'open';
  }
  return 'open';
}

function raise({ at, factor, lower }: Row, { low, high }: Box, greatest: number): boolean {
  let changed = false;
  for (let k = 0; k < at.length; k += 1) {
    const i = at[k] as number;
    const f = factor[k] as number;
    const least = Math.ceil((lower - greatest) / f) + (high[i] as number);
    if (least > (low[i] as number)) {
      low[i] = least;
      changed = true;
    }
  }
  return changed;
}

function reduce({ at, factor, upper }: Row, { low, high }: Box, least: number): boolean {
  let changed = false;
  for (let k = 0; k < at.length; k += 1) {
    const i = at[k] as number;
    const f = factor[k] as number;
    const most = Math.floor((upper - least) / f) + (low[i] as number);
    if (most < (high[i] as number)) {
      high[i] = most;
      changed = true;
    }
  }
  return changed;
}

/** The one alternative that is left of a list, unless it is chosen already or one holds everywhere in the box. */
function onlyChoice(rows: Rows, list: readonly number[], box: Box, budget: Budget): number | null | 'none' | 'spent' {
  let last: number | null = null;
  let viable = 0;
  for (const index of list) {
    const row = rows.rows[index] as Row;
    if (!budget.spend(1 + row.at.length)) return 'spent';
    const least = leastOf(row, box);
    const greatest = greatestOf(row, box);
    if (least >= row.lower && greatest <= row.upper) return null;
    if (greatest < row.lower || least > row.upper) continue;
    viable += 1;
    last = index;
  }
  if (last === null) return 'none';
  if (viable > 1) return null;
  if (!budget.spend(box.rows.length)) return 'spent';
  return box.rows.includes(last) ? null : last;
}
