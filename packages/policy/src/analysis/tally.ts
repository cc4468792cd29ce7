/** Numbers of sets grow beyond all sense; from here on `at least so many` is said. */
const LIMIT: bigint = 10n ** 30n;

/** Counts sets of keys, exactly up to 10^30. */
export class Tally {
  #total = 0n;
  #exact = true;

  /** Adds the number of ways to choose `taken` keys from classes of `counts`. */
  addWays(counts: readonly number[], taken: ArrayLike<number>): void {
    let product = 1n;
    for (let i = 0; i < counts.length; i += 1) {
      product *= this.#choose(counts[i] as number, taken[i] as number);
      if (product > LIMIT) break;
    }
    this.#total += product;
    if (this.#total > LIMIT) {
      this.#total = LIMIT;
      this.#exact = false;
    }
  }

  #choose(n: number, k: number): bigint {
    const few = Math.min(k, n - k);
    let result = 1n;
    for (let i = 1; i <= few; i += 1) {
      result = (result * BigInt(n - few + i)) / BigInt(i);
      if (result > LIMIT) return result;
    }
    return result;
  }

  /** In decimal. */
  get text(): string {
    return this.#total.toString();
  }

  /** `false` once there were more than 10^30. */
  get exact(): boolean {
    return this.#exact;
  }
}
