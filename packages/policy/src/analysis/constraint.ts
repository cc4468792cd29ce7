/** A bound, or two, on how many keys are taken from some classes together: `lower ≤ Σ factor · taken ≤ upper`. */
export interface Constraint {
  /** Indices of classes, none twice. */
  readonly classes: readonly number[];
  /** How much one of each of `classes` counts, integers from 1; default 1 each. */
  readonly factors?: readonly number[];
  /** Default 0. */
  readonly lower?: number;
  /** Default: none. */
  readonly upper?: number;
}

/** What is asked for: how many to take from each class. */
export interface Problem {
  /** How many each class has, integers from 0. */
  readonly counts: readonly number[];
  /** What one of each class costs, integers from 0; default 1 each. */
  readonly weights?: readonly number[];
  /** All of these must hold. */
  readonly all: readonly Constraint[];
  /** Of each of these lists at least one must hold; an empty list never does. */
  readonly any?: readonly (readonly Constraint[])[];
}

/** A constraint made ready for the search. */
export interface Row {
  readonly at: Int32Array;
  readonly factor: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** A problem made ready for the search. */
export interface Rows {
  readonly counts: Float64Array;
  readonly weights: Float64Array;
  /** `all`, then every alternative of `any`. */
  readonly rows: readonly Row[];
  readonly all: number;
  /** For each list of `any` the indices of its rows. */
  readonly any: readonly (readonly number[])[];
  /** The rows of those lists in which some alternative is an upper bound. */
  readonly mixed: readonly number[];
}

/** @throws TypeError when a number is not an integer in its range, or an index names no class */
export function rowsOf(problem: Problem): Rows {
  const { counts, weights, all, any = [] } = problem;
  const rows = all.map((constraint) => rowOf(constraint, counts.length));
  const lists = any.map((list) => list.map((constraint) => rows.push(rowOf(constraint, counts.length)) - 1));
  return {
    counts: Float64Array.from(counts, (value) => natural(value, 0)),
    weights: weights === undefined ? new Float64Array(counts.length).fill(1) : weightsOf(weights, counts.length),
    rows,
    all: all.length,
    any: lists,
    mixed: lists.filter((list) => list.some((i) => isBounded(rows[i]))).flat(),
  };
}

function isBounded(row: Row | undefined): boolean {
  return row !== undefined && row.upper < Number.POSITIVE_INFINITY;
}

function weightsOf(weights: readonly number[], length: number): Float64Array {
  if (weights.length !== length) throw new TypeError('there is one weight for each class');
  return Float64Array.from(weights, (value) => natural(value, 0));
}

function rowOf({ classes, factors, lower = 0, upper }: Constraint, count: number): Row {
  if (factors !== undefined && factors.length !== classes.length) throw new TypeError('there is one factor a class');
  for (const i of classes) if (natural(i, 0) >= count) throw new TypeError(`there is no class ${i}`);
  return {
    at: Int32Array.from(classes),
    factor:
      factors === undefined
        ? new Float64Array(classes.length).fill(1)
        : Float64Array.from(factors, (it) => natural(it, 1)),
    lower,
    upper: upper ?? Number.POSITIVE_INFINITY,
  };
}

function natural(value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least)
    throw new TypeError(`\`${value}\` is not an integer from ${least}`);
  return value;
}
