import { Budget } from './budget.ts';
import { type Coalition, smallestCoalition } from './collusion.ts';
import type { RuleModel } from './model.ts';
import type { Holders } from './people.ts';

/** Who can satisfy a rule together, or alone. */
export interface Collusion {
  /** The fewest people; k people can do it exactly if `minimum` is not `null` and at most k. */
  readonly people: Coalition;
  /** The fewest teams; a key that no team holds is a party of its own. */
  readonly teams: Coalition;
  /** For each person who holds a key of the rule, and each team: can they satisfy it alone. In the order of the map. */
  readonly alone: readonly { readonly party: string; readonly kind: 'person' | 'team'; readonly can: boolean }[];
  /** Keys of the rule that no person holds, sorted. */
  readonly unheld: readonly string[];
}

/** Separation of duty in one rule: each of the two searches may cost `steps`. */
export function collusionOf(model: RuleModel, holders: Holders, steps: number): Collusion {
  const keys = new Set(model.tokens.flatMap((token) => token.groups.flatMap((group) => group.keys)));
  const held = new Set<string>();
  for (const own of holders.people.values()) for (const key of own) held.add(key);
  const suffices = judgeOf(model);
  return {
    people: smallestCoalition(model, holders.people, new Budget(steps)),
    teams: smallestCoalition(model, holders.teams, new Budget(steps)),
    alone: [
      ...[...holders.people].map(([party, own]) => ({ party, kind: 'person' as const, can: suffices(own) })),
      ...[...holders.teams].map(([party, own]) => ({ party, kind: 'team' as const, can: suffices(own) })),
    ],
    unheld: [...keys].filter((key) => !held.has(key)).sort(),
  };
}

/** Tells whether some keys satisfy a rule at some time, each time in as many steps as these keys stand in groups. */
function judgeOf(model: RuleModel): (keys: ReadonlySet<string>) => boolean {
  const standsIn = new Map<string, number[]>();
  const groups = model.tokens.flatMap((token, t) => token.groups.map((group) => ({ ...group, token: t })));
  groups.forEach(({ keys }, g) => {
    for (const key of keys) {
      const list = standsIn.get(key);
      if (list === undefined) standsIn.set(key, [g]);
      else list.push(g);
    }
  });
  return (keys) => {
    if (model.unguarded) return true;
    const sums = new Map<number, number>();
    const met = new Map<number, number>();
    for (const key of keys) {
      for (const g of standsIn.get(key) ?? []) {
        const sum = (sums.get(g) ?? 0) + 1;
        sums.set(g, sum);
        const group = groups[g];
        if (group?.quorum === sum) met.set(group.token, (met.get(group.token) ?? 0) + 1);
      }
    }
    return [...met].some(([token, count]) => count === model.tokens[token]?.groups.length);
  };
}
