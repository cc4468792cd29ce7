import type { Budget } from './budget.ts';
import { AgainstOthers, type KeysFound } from './compare-against.ts';
import type { OpenToken } from './compare-tokens.ts';

/** Keys that meet one list of tokens and not the other, at a moment. */
export interface Gap {
  /** Identities, sorted. */
  readonly keys: readonly string[];
  /** Whole seconds. */
  readonly elapsed: number;
}

/**
 * The fewest keys, and among as few the earliest moment, that meet `allowing` and not `refusing`. Time is cut at every
 * moment where a window of either opens or has closed: in between nothing changes, so one moment stands for all.
 *
 * @returns `decided: false` when the budget ran out: then `gap` is a gap, if one was seen, and need not be the smallest
 */
export function smallestGap(
  allowing: readonly OpenToken[],
  refusing: readonly OpenToken[],
  budget: Budget,
): { readonly gap: Gap | null; readonly decided: boolean } {
  const search = new AgainstOthers(budget);
  const demands = new Map([...allowing, ...refusing].map((token) => [token, demandOf(token)]));
  const seen = new Set<string>();
  let gap: Gap | null = null;
  for (const elapsed of momentsOf([...allowing, ...refusing])) {
    const isOpen = ({ opens, closes }: OpenToken): boolean => opens <= elapsed && elapsed <= closes;
    if (!budget.spend(1 + allowing.length + refusing.length)) return { gap, decided: false };
    const against = refusing.filter(isOpen);
    if (against.some((token) => token.groups.length === 0)) continue;
    const refused = new Set(against.map((token) => demands.get(token)));
    const mark = against.map((token) => token.index).join();
    for (const token of allowing) {
      if (!isOpen(token) || seen.has(`${token.index}:${mark}`)) continue;
      seen.add(`${token.index}:${mark}`);
      if (refused.has(demands.get(token))) continue;
      let found: KeysFound | null = gap === null ? search.keys(token, against, 'any') : null;
      if (found?.keys) gap = { keys: found.keys, elapsed };
      if (found === null || gap !== null) found = search.keys(token, against, 'least', gap?.keys.length);
      if (found.keys !== null) gap = { keys: found.keys, elapsed };
      if (!found.decided) return { gap, decided: false };
      if (gap?.keys.length === 0) return { gap, decided: true };
    }
  }
  return { gap, decided: true };
}

/** The first moment of every span of time in which the same windows are open; ascending. */
export function momentsOf(tokens: readonly OpenToken[]): number[] {
  const cuts = tokens.flatMap(({ opens, closes }) => [opens, closes + 1]);
  return [...new Set([0, ...cuts])].filter((cut) => Number.isSafeInteger(cut)).sort((a, b) => a - b);
}

/** What a token asks for apart from when, in any order: two tokens that ask for the same are told at once. */
function demandOf({ groups }: OpenToken): string {
  return groups
    .map(({ quorum, keys }) => `${quorum} of ${keys.toSorted().join()}`)
    .sort()
    .join('; ');
}
