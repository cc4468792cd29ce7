import type { Budget } from './budget.ts';
import { classesOf, witnessOf } from './classes.ts';
import type { Constraint } from './constraint.ts';
import { solve } from './feasible.ts';
import type { RuleModel } from './model.ts';

/** The smallest loss that makes a rule impossible. */
export interface Loss {
  /** How many keys; `null`: no loss can block the rule, since it needs none; 0: it cannot be met anyway. */
  readonly minimum: number | null;
  /** Such keys, sorted; `null` when there are none or none were found in time. */
  readonly keys: readonly string[] | null;
  /** Keys each of which is needed in every way to satisfy the rule, sorted. */
  readonly single: readonly string[];
  readonly decided: boolean;
}

/**
 * The smallest set of lost keys after which no token can be satisfied: in each token one group must have fewer keys left
 * than its quorum. Single points of failure are found without search, so they are right even when the rest is undecided.
 */
export function smallestLoss(model: RuleModel, budget: Budget): Loss {
  if (model.unguarded) return { minimum: null, keys: null, single: [], decided: true };
  if (model.tokens.length === 0) return { minimum: 0, keys: [], single: [], decided: true };
  const groups = model.tokens.flatMap((token) => token.groups);
  const classes = classesOf(groups.map((group) => group.keys));
  let next = 0;
  const any = model.tokens.map((token) =>
    token.groups.map((group): Constraint => {
      const inside = classes.ofGroup[next++] ?? [];
      return { classes: inside, lower: group.keys.length - group.quorum + 1 };
    }),
  );
  const single = singlePoints(any, classes.counts.length).flatMap((i) => classes.classes[i]?.members ?? []);
  single.sort();
  const answer = solve({ counts: classes.counts, all: [], any }, budget);
  if (answer.type === 'yes') {
    return { minimum: answer.weight, keys: witnessOf(classes, answer.counts), single, decided: true };
  }
  const found = answer.type === 'undecided' ? answer.found : null;
  const keys = found === null ? null : witnessOf(classes, found.counts);
  return { minimum: keys?.length ?? null, keys, single, decided: false };
}

/** Classes of which one key alone brings, in every token, some group below its quorum. */
function singlePoints(any: readonly (readonly Constraint[])[], count: number): number[] {
  const hits = new Uint32Array(count);
  any.forEach((token, round) => {
    for (const { classes, lower } of token) {
      if (lower !== 1) continue;
      for (const i of classes) if (hits[i] === round) hits[i] = round + 1;
    }
  });
  return [...hits.keys()].filter((i) => hits[i] === any.length);
}
