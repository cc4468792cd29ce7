import type { Rule } from '../policy.ts';
import { type Approvals, fewestApprovals } from './approvals.ts';
import type { ApproverBook, ApproverRef } from './book.ts';
import { Budget } from './budget.ts';
import { type Loss, smallestLoss } from './loss.ts';
import { modelOf, type RuleModel } from './model.ts';

/** The core of what a rule says. */
export interface RuleStrength {
  /** Everybody may, at some time, without approval. */
  readonly unguarded: boolean;
  /** Some approvals, or none, are enough at some time. */
  readonly satisfiable: boolean;
  /** Fewest distinct keys: 0 when unguarded, `null` when it can never be met. Undecided: the best that was found. */
  readonly minimumApprovals: number | null;
  /**
   * Fewest distinct keys whose loss makes it impossible: `null` when no loss can, 0 when it can never be met anyway.
   * Undecided: the best that was found.
   */
  readonly minimumLoss: number | null;
  /** Approvers without whom it cannot be met; sorted by identity. */
  readonly singlePointsOfFailure: readonly ApproverRef[];
  /** Whether the two minima are exact: the search ended within its budget. */
  readonly decided: boolean;
  /** Approvals that are the fewest, and when; `null` with `minimumApprovals`. */
  readonly fewest: Witness | null;
  /** A smallest loss; `null` with `minimumLoss`. */
  readonly loss: readonly ApproverRef[] | null;
}

/** Approvals that `evaluateRule` takes. */
export interface Witness {
  readonly approvers: readonly ApproverRef[];
  /** Seconds after the HSM's timestamp. */
  readonly elapsed: number;
  /** Index of the token that they satisfy. */
  readonly token: number;
}

/**
 * The strength of one rule, or of what is left of it when keys are lost.
 *
 * @param steps what each of the two searches may cost
 * @param lost identities
 */
export function strengthOf(
  rule: Rule,
  book: ApproverBook,
  steps: number,
  lost: ReadonlySet<string> = new Set(),
): RuleStrength {
  return strengthOfModel(modelOf(rule, lost), book, steps);
}

function strengthOfModel(model: RuleModel, book: ApproverBook, steps: number): RuleStrength {
  const fewest = fewestApprovals(model, new Budget(steps));
  const loss: Loss = smallestLoss(model, new Budget(steps));
  return {
    unguarded: model.unguarded,
    satisfiable: model.tokens.length > 0,
    minimumApprovals: fewest.found?.keys.length ?? null,
    minimumLoss: loss.minimum,
    singlePointsOfFailure: book.refs(loss.single),
    decided: fewest.decided && loss.decided,
    fewest: fewest.found === null ? null : witnessIn(fewest.found, book),
    loss: loss.keys === null ? null : book.refs(loss.keys),
  };
}

/** Approvals with names. */
export function witnessIn({ keys, elapsed, token }: Approvals, book: ApproverBook): Witness {
  return { approvers: book.refs(keys), elapsed, token };
}
