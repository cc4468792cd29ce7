import type { Budget } from '../analysis/budget.ts';
import { smallestGap } from '../analysis/compare-search.ts';
import { openTokens } from '../analysis/compare-tokens.ts';
import type { Rule } from '../policy.ts';

/** Approvers and a moment, by which two rules answer differently. */
export interface Witness {
  /** Identities as analysis names them. */
  readonly approvers: readonly string[];
  /** Seconds after the HSM's timestamp. */
  readonly elapsed: number;
}

/** Whether two rules mean the same: who can satisfy them, and when. */
export type Difference =
  | { readonly kind: 'same' }
  /** Few approvers: the fewest, unless the budget ran out. */
  | { readonly kind: 'different'; readonly witness: Witness }
  /** The budget did not last. */
  | { readonly kind: 'undecided' };

/** Whether two rules ever answer differently, by the search behind `compareStrength`, one way and the other. */
export function findDifference(a: Rule, b: Rule, budget: Budget): Difference {
  const [before, after] = [openTokens(a), openTokens(b)];
  const answers = [smallestGap(before, after, budget), smallestGap(after, before, budget)];
  const gaps = answers.flatMap(({ gap }) => (gap === null ? [] : [gap])).sort((x, y) => x.keys.length - y.keys.length);
  const [gap] = gaps;
  if (gap !== undefined) return { kind: 'different', witness: { approvers: gap.keys, elapsed: gap.elapsed } };
  return { kind: answers.every(({ decided }) => decided) ? 'same' : 'undecided' };
}
