import type { Budget } from './budget.ts';
import { classesOf, witnessOf } from './classes.ts';
import type { OpenToken } from './compare-tokens.ts';
import { solve } from './feasible.ts';
import type { GroupModel } from './model.ts';

/** One set of keys that meets a token of each of several rules. */
export interface Coalition {
  /** Identities, sorted. */
  readonly keys: readonly string[];
  /** The token of each rule that they meet. */
  readonly tokens: readonly OpenToken[];
  /** What the tokens' timelocks add up to, in seconds. */
  readonly delay: number;
}

/**
 * The smallest set of keys that can meet every one of some rules, each at a time of its own, and among as small ones a
 * set with the least delay.
 *
 * @param rules the tokens of each rule that can be met at all
 * @returns `decided: false` when the budget ran out: then `coalition` can do it, if there is one, and need not be smallest
 */
export function smallestCoalition(
  rules: readonly (readonly OpenToken[])[],
  budget: Budget,
): { readonly coalition: Coalition | null; readonly decided: boolean } {
  const choices = choicesOf(rules, budget);
  if (choices === null) return { coalition: null, decided: false };
  let best: Coalition | null = null;
  for (const tokens of choices) {
    const groups = tokens.flatMap((token) => token.groups);
    const found = fewestOf(groups, budget, best?.keys.length ?? Number.POSITIVE_INFINITY);
    if (found.keys !== null) best = { keys: found.keys, tokens, delay: delayOf(tokens) };
    if (!found.decided) return { coalition: best, decided: false };
    if (best?.keys.length === 0) break;
  }
  return { coalition: best, decided: true };
}

/** Of some keys the fewest that meet a token they all meet together; all of them when the budget runs out. */
export function fewestFor(token: OpenToken, keys: readonly string[], budget: Budget): readonly string[] {
  const present = new Set(keys);
  const groups = token.groups.map(({ quorum, keys: all }) => ({ quorum, keys: all.filter((it) => present.has(it)) }));
  return fewestOf(groups, budget, Number.POSITIVE_INFINITY).keys ?? keys;
}

/** Every choice of one token from each rule, by delay; `null`: more than the budget allows to look at. */
function choicesOf(rules: readonly (readonly OpenToken[])[], budget: Budget): (readonly OpenToken[])[] | null {
  const count = rules.reduce((product, tokens) => product * tokens.length, 1);
  if (!budget.spend(count)) return null;
  let choices: (readonly OpenToken[])[] = [[]];
  for (const tokens of rules) choices = choices.flatMap((chosen) => tokens.map((token) => [...chosen, token]));
  return choices
    .map((tokens) => ({ tokens, delay: delayOf(tokens) }))
    .sort((a, b) => a.delay - b.delay)
    .map(({ tokens }) => tokens);
}

function delayOf(tokens: readonly OpenToken[]): number {
  return tokens.reduce((sum, token) => sum + token.opens, 0);
}

function fewestOf(
  groups: readonly Pick<GroupModel, 'quorum' | 'keys'>[],
  budget: Budget,
  below: number,
): { readonly keys: readonly string[] | null; readonly decided: boolean } {
  if (Math.max(0, ...groups.map((group) => group.quorum)) >= below) return { keys: null, decided: true };
  if (!budget.spend(groups.reduce((sum, group) => sum + group.keys.length, 0))) return { keys: null, decided: false };
  const classes = classesOf(groups.map((group) => group.keys));
  const all = groups.map(({ quorum }, i) => ({ classes: classes.ofGroup[i] as readonly number[], lower: quorum }));
  const solution = solve({ counts: classes.counts, all }, budget, { below });
  if (solution.type === 'no') return { keys: null, decided: true };
  const taken = solution.type === 'yes' ? solution : solution.found;
  return { keys: taken === null ? null : witnessOf(classes, taken.counts), decided: solution.type === 'yes' };
}
