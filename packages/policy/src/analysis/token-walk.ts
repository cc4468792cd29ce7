import type { Budget } from './budget.ts';

/** A token over classes. */
export interface WalkToken {
  readonly index: number;
  readonly groups: readonly { readonly classes: readonly number[]; readonly quorum: number }[];
}

/**
 * Walks through all minimal ways to satisfy one token, class by class, without recursion. A way is given up as soon as
 * what is left cannot reach a quorum, or one of its keys is needed by no group.
 */
export class TokenWalk {
  readonly #token: WalkToken;
  readonly #counts: readonly number[];
  readonly #budget: Budget;
  /** The classes that matter, and for each the groups it stands in. */
  readonly #order: readonly number[];
  readonly #groupsOf: readonly (readonly number[])[];
  /** For each depth and group: how many keys the classes from there on have. */
  readonly #rest: readonly Float64Array[];
  readonly #sums: Float64Array;
  readonly #taken: Float64Array;
  /** For each depth the next number to try, and the greatest. */
  readonly #trial: number[] = [];
  readonly #most: number[] = [];
  #started = false;

  constructor(token: WalkToken, counts: readonly number[], budget: Budget) {
    this.#token = token;
    this.#counts = counts;
    this.#budget = budget;
    this.#order = [...new Set(token.groups.flatMap((group) => group.classes))].sort((a, b) => a - b);
    const groupsOf = new Map<number, number[]>(this.#order.map((i) => [i, []]));
    token.groups.forEach(({ classes }, g) => {
      for (const i of classes) groupsOf.get(i)?.push(g);
    });
    this.#groupsOf = this.#order.map((i) => groupsOf.get(i) ?? []);
    this.#rest = budget.spend(this.#order.length * token.groups.length) ? this.#restOf() : [];
    this.#sums = new Float64Array(token.groups.length);
    this.#taken = new Float64Array(counts.length);
  }

  /** How many of each class the next way takes; overwritten by the next call. `null`: no more, or the budget is out. */
  next(): Float64Array | null {
    if (this.#budget.exhausted) return null;
    if (!this.#started) {
      this.#started = true;
      if (this.#order.length === 0) return this.#taken;
      this.#enter();
    }
    while (this.#trial.length > 0) {
      const depth = this.#trial.length - 1;
      const value = this.#trial[depth] as number;
      if (!this.#budget.spend(1 + this.#token.groups.length)) return null;
      if (value > (this.#most[depth] as number)) {
        this.#set(depth, 0);
        this.#trial.pop();
        this.#most.pop();
        continue;
      }
      this.#trial[depth] = value + 1;
      this.#set(depth, value);
      if (!this.#isNeeded(depth)) continue;
      if (depth + 1 === this.#order.length) return this.#taken;
      this.#enter();
    }
    return null;
  }

  #restOf(): Float64Array[] {
    let row = new Float64Array(this.#token.groups.length);
    const rest = [row];
    for (let depth = this.#order.length - 1; depth >= 0; depth -= 1) {
      row = row.slice();
      for (const g of this.#groupsOf[depth] ?? []) row[g] = (row[g] as number) + this.#count(depth);
      rest.push(row);
    }
    return rest.reverse();
  }

  #count(depth: number): number {
    return this.#counts[this.#order[depth] as number] as number;
  }

  #quorum(g: number): number {
    return this.#token.groups[g]?.quorum as number;
  }

  #set(depth: number, value: number): void {
    const i = this.#order[depth] as number;
    const change = value - (this.#taken[i] as number);
    this.#taken[i] = value;
    for (const g of this.#groupsOf[depth] ?? []) this.#sums[g] = (this.#sums[g] as number) + change;
  }

  /** Begins with the next class: how many of it at least, and at most. */
  #enter(): void {
    const depth = this.#trial.length;
    let least = 0;
    let most = 0;
    for (const g of this.#groupsOf[depth] ?? []) {
      const missing = this.#quorum(g) - (this.#sums[g] as number);
      most = Math.max(most, missing);
      least = Math.max(least, missing - (this.#rest[depth + 1]?.[g] as number));
    }
    this.#trial.push(least);
    this.#most.push(Math.min(most, this.#count(depth)));
  }

  /** Whether each class taken so far still has a group that is not above its quorum. */
  #isNeeded(depth: number): boolean {
    if (!this.#budget.spend(depth)) return false;
    for (let d = 0; d <= depth; d += 1) {
      if (this.#taken[this.#order[d] as number] === 0) continue;
      const groups = this.#groupsOf[d] ?? [];
      if (!this.#budget.spend(groups.length)) return false;
      if (!groups.some((g) => (this.#sums[g] as number) <= this.#quorum(g))) return false;
    }
    return true;
  }
}
