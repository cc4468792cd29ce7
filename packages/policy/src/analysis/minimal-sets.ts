import type { Budget } from './budget.ts';
import { classesOf } from './classes.ts';
import type { RuleModel } from './model.ts';
import { Tally } from './tally.ts';
import { TokenWalk, type WalkToken } from './token-walk.ts';

/** All smallest ways to satisfy a rule: sets of keys that satisfy it and of which none can be left out. */
export interface MinimalSets {
  /** Keys that are as good as each other in every token, by identity; those that no minimal set needs may be among them. */
  readonly classes: readonly (readonly string[])[];
  /** The first ways that were found, at most as many as asked for. */
  readonly ways: readonly MinimalWay[];
  /** How many ways there are, and how many sets of keys they stand for, in decimal. */
  readonly wayCount: number;
  readonly setCount: string;
  /** Whether these counts are exact; else there are at least so many. */
  readonly exact: boolean;
}

/** Any `count` keys of each class named, together. */
export interface MinimalWay {
  /** Index of the first token that it satisfies. */
  readonly token: number;
  readonly take: readonly { readonly class: number; readonly count: number }[];
}

/** How many ways are listed unless asked for otherwise. */
export const DEFAULT_LISTED = 64;

/**
 * All minimal sets of keys that satisfy a rule, as an antichain: no set listed contains another. Sets that differ only in
 * interchangeable keys are one way. Time is left out: a set counts if some token takes it within its window.
 */
export function minimalSets(model: RuleModel, budget: Budget, listed: number = DEFAULT_LISTED): MinimalSets {
  const classes = classesOf(model.tokens.flatMap((token) => token.groups.map((group) => group.keys)));
  let next = 0;
  const tokens: WalkToken[] = model.tokens.map((token) => ({
    index: token.index,
    groups: token.groups.map((group) => ({ classes: classes.ofGroup[next++] ?? [], quorum: group.quorum })),
  }));
  const ways: MinimalWay[] = [];
  const tally = new Tally();
  let wayCount = 0;
  let finished = true;
  for (const [rank, token] of tokens.entries()) {
    const walk = new TokenWalk(token, classes.counts, budget);
    for (let taken = walk.next(); taken !== null; taken = walk.next()) {
      if (!isFirstAndMinimal(tokens, rank, taken, budget)) continue;
      wayCount += 1;
      tally.addWays(classes.counts, taken);
      if (ways.length < listed) ways.push({ token: token.index, take: sparse(taken) });
    }
    if (budget.exhausted) {
      finished = false;
      break;
    }
  }
  return {
    classes: classes.classes.map((it) => it.members),
    ways,
    wayCount,
    setCount: tally.text,
    exact: finished && tally.exact,
  };
}

function sparse(taken: Float64Array): MinimalWay['take'] {
  return [...taken].flatMap((count, i) => (count > 0 ? [{ class: i, count }] : []));
}

/**
 * Whether no earlier token is satisfied by the same keys, which would have listed them, and no token by one key less. As
 * more keys never hurt, one key less is all that needs a look.
 */
function isFirstAndMinimal(tokens: readonly WalkToken[], rank: number, taken: Float64Array, budget: Budget): boolean {
  for (const [other, token] of tokens.entries()) {
    if (other === rank) continue;
    if (!budget.spend(token.groups.reduce((sum, { classes }) => sum + 1 + classes.length, taken.length))) return false;
    const sums = token.groups.map(({ classes }) => classes.reduce((sum, i) => sum + (taken[i] as number), 0));
    if (token.groups.some(({ quorum }, g) => (sums[g] as number) < quorum)) continue;
    if (other < rank) return false;
    const needed = new Uint8Array(taken.length);
    token.groups.forEach(({ classes, quorum }, g) => {
      if (sums[g] === quorum) for (const i of classes) needed[i] = 1;
    });
    if (taken.some((count, i) => count > 0 && needed[i] === 0)) return false;
  }
  return true;
}
