import type { Verdict } from '@quorate/report';
import { ExitCode } from '../exit-code.ts';

/** Counts verdicts. */
export class Tally {
  readonly #counts: Record<Verdict, number> = { pass: 0, fail: 0, incomplete: 0 };

  add(verdict: Verdict): void {
    this.#counts[verdict] += 1;
  }

  get total(): number {
    return this.#counts.pass + this.#counts.fail + this.#counts.incomplete;
  }

  /** In words: `12 judged: 10 pass, 1 fail, 1 incomplete`. */
  get words(): string {
    const { pass, fail, incomplete } = this.#counts;
    return `${this.total} judged: ${pass} pass, ${fail} fail, ${incomplete} incomplete`;
  }

  /** One that failed makes the answer no; else one that is incomplete leaves it open. */
  get exitCode(): ExitCode {
    const { fail, incomplete } = this.#counts;
    return fail > 0 ? ExitCode.NO : incomplete > 0 ? ExitCode.INCOMPLETE : ExitCode.YES;
  }
}
