import type { Approvals } from './approvals.ts';
import type { Budget } from './budget.ts';
import type { Constraint, Problem } from './constraint.ts';
import { solve } from './feasible.ts';
import type { RuleModel, TokenModel } from './model.ts';

/** The fewest parties, people or teams, who satisfy a rule together. */
export interface Coalition {
  /** `null`: nobody can, or none were found in time; else their number, 0 when nobody need agree. */
  readonly minimum: number | null;
  /** Their names, sorted; a key that nobody holds stands for itself, by identity. */
  readonly members: readonly string[];
  /** What they sign with, and when. */
  readonly approvals: Approvals | null;
  /** `false`: the search ended early, and `minimum` is the best that was found. */
  readonly decided: boolean;
}

/** Parties that are as good as each other: they hold so many keys of each group, and share none with others. */
interface Kind {
  readonly parties: string[];
  /** For each group how many of its keys each of them alone holds. */
  readonly own: readonly number[];
}

/**
 * The smallest coalition that satisfies a rule, when each party brings all keys it holds. A key that several hold counts
 * once; a key of the rule that nobody holds is a party of its own.
 */
export function smallestCoalition(
  model: RuleModel,
  holdings: ReadonlyMap<string, ReadonlySet<string>>,
  budget: Budget,
): Coalition {
  let best: Coalition = { minimum: null, members: [], approvals: null, decided: true };
  let decided = true;
  for (const token of model.tokens) {
    const below = best.minimum ?? Number.POSITIVE_INFINITY;
    const size = token.groups.reduce((sum, group) => sum + group.keys.length, holdings.size);
    if (!budget.spend(size * token.groups.length)) return { ...best, decided: false };
    const { problem, kinds } = problemOf(token, holdings);
    const answer = solve(problem, budget, { below });
    if (answer.type === 'undecided') decided = false;
    const taken = answer.type === 'yes' ? answer : answer.type === 'undecided' ? answer.found : null;
    if (taken === null) continue;
    const members = kinds.flatMap(({ parties }, i) => parties.slice(0, taken.counts[i])).sort();
    best = { minimum: members.length, members, approvals: signed(token, members, holdings), decided };
  }
  return { ...best, decided };
}

/** All keys of the token that the parties hold. */
function signed(
  token: TokenModel,
  members: readonly string[],
  holdings: ReadonlyMap<string, ReadonlySet<string>>,
): Approvals {
  const inside = new Set(token.groups.flatMap((group) => group.keys));
  const keys = new Set(members.flatMap((member) => [...(holdings.get(member) ?? [member])]));
  return { token: token.index, elapsed: token.opens, keys: [...keys].filter((key) => inside.has(key)).sort() };
}

/**
 * Variables: how many parties of each kind join, then for each key that several parties hold whether it signs, which
 * costs nothing and needs one of them.
 */
function problemOf(
  token: TokenModel,
  holdings: ReadonlyMap<string, ReadonlySet<string>>,
): { problem: Problem; kinds: readonly Kind[] } {
  const holders = new Map<string, string[]>();
  for (const { keys } of token.groups) for (const key of keys) holders.set(key, []);
  for (const [party, keys] of holdings) for (const key of keys) holders.get(key)?.push(party);
  const shared = [...holders]
    .filter(([, parties]) => parties.length > 1)
    .map(([key]) => key)
    .sort();
  const kinds = kindsOf(token, holders);
  const place = new Map(kinds.flatMap(({ parties }, i) => parties.map((party) => [party, i] as const)));
  const at = new Map(shared.map((key, i) => [key, kinds.length + i]));
  const all = token.groups.map(({ keys, quorum }, g): Constraint => {
    const list: [number, number][] = kinds.flatMap(({ own }, i) =>
      (own[g] ?? 0) > 0 ? [[i, Math.min(own[g] ?? 0, quorum)]] : [],
    );
    for (const key of keys) {
      const i = at.get(key);
      if (i !== undefined) list.push([i, 1]);
    }
    return { classes: list.map(([i]) => i), factors: list.map(([, factor]) => factor), lower: quorum };
  });
  const any = shared.map((key): Constraint[] => [
    { classes: (holders.get(key) ?? []).map((party) => place.get(party) as number), lower: 1 },
    { classes: [at.get(key) as number], upper: 0 },
  ]);
  const counts = [...kinds.map(({ parties }) => parties.length), ...shared.map(() => 1)];
  const weights = [...kinds.map(() => 1), ...shared.map(() => 0)];
  return { problem: { counts, weights, all, any }, kinds };
}

function kindsOf(token: TokenModel, holders: ReadonlyMap<string, readonly string[]>): Kind[] {
  const own = new Map<string, number[]>();
  const sharing = new Set<string>();
  token.groups.forEach(({ keys }, g) => {
    for (const key of keys) {
      const parties = holders.get(key) ?? [];
      const [first = key] = parties;
      if (parties.length > 1) for (const party of parties) sharing.add(party);
      for (const party of parties.length === 0 ? [first] : parties) {
        const counts = own.get(party) ?? token.groups.map(() => 0);
        if (parties.length <= 1) counts[g] = (counts[g] ?? 0) + 1;
        own.set(party, counts);
      }
    }
  });
  const kinds = new Map<string, Kind>();
  for (const party of [...own.keys()].sort()) {
    const counts = own.get(party) ?? [];
    const mark = sharing.has(party) ? `party ${party}` : counts.join();
    const kind = kinds.get(mark);
    if (kind === undefined) kinds.set(mark, { parties: [party], own: counts });
    else kind.parties.push(party);
  }
  return [...kinds.values()];
}
