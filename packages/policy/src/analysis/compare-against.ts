import type { Budget } from './budget.ts';
import { classesOf, witnessOf } from './classes.ts';
import type { OpenToken } from './compare-tokens.ts';
import type { Constraint } from './constraint.ts';
import { solve } from './feasible.ts';
import type { GroupModel } from './model.ts';

/** What was found; `decided: false`: the budget ran out, and `keys`, if given, do it but need not be the fewest. */
export interface KeysFound {
  readonly keys: readonly string[] | null;
  readonly decided: boolean;
}

const NONE: KeysFound = { keys: null, decided: true };
const SPENT: KeysFound = { keys: null, decided: false };

/**
 * Looks for keys that meet one token and none of some others. Of each other token some group must be kept below its
 * quorum; a group that cannot be, since the token itself asks for as much, is told beforehand. The others are taken into
 * account one after the other, only when an answer meets them: most never are, and the fewer groups there are, the
 * fewer classes of keys.
 */
export class AgainstOthers {
  readonly #budget: Budget;
  readonly #escapes = new Map<OpenToken, Map<OpenToken, readonly GroupModel[]>>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** @param below only fewer keys than these count */
  keys(
    token: OpenToken,
    others: readonly OpenToken[],
    goal: 'any' | 'least',
    below: number = Number.POSITIVE_INFINITY,
  ): KeysFound {
    const escapes: (readonly GroupModel[])[] = [];
    for (const other of others) {
      const groups = this.#escapesOf(token, other);
      if (groups === null) return SPENT;
      if (groups.length === 0) return NONE;
      escapes.push(groups);
    }
    const active = new Set<number>();
    for (;;) {
      const found = this.#solve(
        token,
        [...active].map((i) => escapes[i] as readonly GroupModel[]),
        goal,
        below,
      );
      if (found.keys === null) return found;
      const keys = new Set(found.keys);
      const before = active.size;
      for (const [i, other] of others.entries()) {
        if (!this.#budget.spend(1 + other.groups.length)) return SPENT;
        if (!active.has(i) && other.groups.every((group) => isMet(group, keys))) active.add(i);
      }
      if (active.size === before || !found.decided) return active.size === before ? found : SPENT;
    }
  }

  /** The groups of another token that can be kept below their quorum while the token is met; `null`: budget out. */
  #escapesOf(token: OpenToken, other: OpenToken): readonly GroupModel[] | null {
    let known = this.#escapes.get(token);
    if (known === undefined) {
      known = new Map();
      this.#escapes.set(token, known);
    }
    let groups = known.get(other);
    if (groups === undefined) {
      const cost = other.groups.length * token.groups.reduce((sum, group) => sum + group.keys.length, 1);
      if (!this.#budget.spend(cost)) return null;
      groups = other.groups.filter((group) => {
        const keys = new Set(group.keys);
        return !token.groups.some(
          (own) => own.quorum - own.keys.filter((key) => !keys.has(key)).length >= group.quorum,
        );
      });
      known.set(other, groups);
    }
    return groups;
  }

  #solve(
    token: OpenToken,
    escapes: readonly (readonly GroupModel[])[],
    goal: 'any' | 'least',
    below: number,
  ): KeysFound {
    const groups = [...token.groups, ...escapes.flat()];
    if (!this.#budget.spend(groups.reduce((sum, group) => sum + group.keys.length, 1))) return SPENT;
    const classes = classesOf(groups.map((group) => group.keys));
    let next = 0;
    const at = (): readonly number[] => classes.ofGroup[next++] as readonly number[];
    const all: Constraint[] = token.groups.map(({ quorum }) => ({ classes: at(), lower: quorum }));
    const any = escapes.map((list) => list.map(({ quorum }) => ({ classes: at(), upper: quorum - 1 })));
    const solution = solve({ counts: classes.counts, all, any }, this.#budget, { goal, below });
    if (solution.type === 'no') return NONE;
    const taken = solution.type === 'yes' ? solution : solution.found;
    return { keys: taken === null ? null : witnessOf(classes, taken.counts), decided: solution.type === 'yes' };
  }
}

function isMet({ quorum, keys }: GroupModel, present: ReadonlySet<string>): boolean {
  let count = 0;
  for (const key of keys) if (present.has(key) && ++count >= quorum) return true;
  return false;
}
