import type { Budget } from './budget.ts';
import { type Classes, classesOf, witnessOf } from './classes.ts';
import type { Constraint } from './constraint.ts';
import { solve } from './feasible.ts';
import type { RuleModel, TokenModel } from './model.ts';

/** Approvals that satisfy a rule, and when. */
export interface Approvals {
  /** Index of the token that they satisfy. */
  readonly token: number;
  /** Seconds after the HSM's timestamp: the first moment of the token's window. */
  readonly elapsed: number;
  /** Identities, sorted. */
  readonly keys: readonly string[];
}

/** `found` is the best known: exact when `decided`; `null` when nothing satisfies the rule, or nothing was found in time. */
export interface Fewest {
  readonly found: Approvals | null;
  readonly decided: boolean;
}

/**
 * The fewest keys that satisfy a rule, over all its tokens; of several the first token's. A key that stands in two groups
 * counts in both.
 */
export function fewestApprovals(model: RuleModel, budget: Budget): Fewest {
  let found: Approvals | null = null;
  let decided = true;
  for (const token of model.tokens) {
    const below = found === null ? undefined : found.keys.length;
    const { classes, all } = demandsOf(token);
    const answer = solve({ counts: classes.counts, all }, budget, below === undefined ? {} : { below });
    if (answer.type === 'undecided') decided = false;
    const taken = answer.type === 'yes' ? answer : answer.type === 'undecided' ? answer.found : null;
    if (taken === null) continue;
    found = { token: token.index, elapsed: token.opens, keys: witnessOf(classes, taken.counts) };
  }
  return { found, decided };
}

/** The groups of a token as constraints over classes of keys. */
export function demandsOf(token: TokenModel): { classes: Classes; all: Constraint[] } {
  const classes = classesOf(token.groups.map((group) => group.keys));
  return { classes, all: demandsIn(token, classes.ofGroup) };
}

/** The groups of a token as constraints, given the classes of each. */
export function demandsIn(token: TokenModel, ofGroup: readonly (readonly number[])[]): Constraint[] {
  return token.groups.map((group, i) => ({ classes: ofGroup[i] ?? [], lower: group.quorum }));
}
