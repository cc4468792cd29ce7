/**
 * Steps that one question may cost unless said otherwise. A step is one look at one class in one constraint, some 25 ns on
 * a slow machine, so a question ends within some 50 ms. It decides what an HSM can sensibly hold: of rules with 64 keys
 * thrown at random into 8 tokens of 5 groups, about the worst that can be thought of, the fewest approvals were seen to
 * need 60,000 steps and the smallest loss 1,700,000. Rules that people write need some hundreds.
 */
export const DEFAULT_BUDGET = 2_000_000;

/** Counts the steps of a search, so that it ends. Running out is an answer, not an error. */
export class Budget {
  readonly limit: number;
  #spent = 0;

  /** @throws TypeError when `limit` is not an integer from 0 */
  constructor(limit: number = DEFAULT_BUDGET) {
    if (!Number.isSafeInteger(limit) || limit < 0) throw new TypeError('a budget is an integer from 0, in steps');
    this.limit = limit;
  }

  /** Steps taken so far; may end above the limit by the last ones. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether more was spent than there is: the search must end undecided. */
  get exhausted(): boolean {
    return this.#spent > this.limit;
  }

  /** Takes steps; `false` when there are no more, and then for good. */
  spend(steps = 1): boolean {
    this.#spent += steps;
    return this.#spent <= this.limit;
  }
}
