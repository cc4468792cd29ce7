import type { Budget } from './budget.ts';
import { classesOf } from './classes.ts';
import type { Constraint } from './constraint.ts';
import { solve } from './feasible.ts';
import type { TokenModel } from './model.ts';

/** What a token with common keys in its groups asks for, under both readings of what SKA.md leaves open. */
export interface OverlapReadings {
  /** One approval counts in every group that its key stands in: the fewest keys. */
  readonly shared: number | null;
  /** One approval counts in one group only: the fewest keys, or `null` when all keys together are not enough. */
  readonly separate: number | null;
  /** Whether both are exact. */
  readonly decided: boolean;
}

/**
 * The fewest keys that satisfy a token under both readings. When each approval counts once the number is the sum of the
 * quorums, if the keys can be dealt out to the groups so.
 */
export function overlapReadings(token: TokenModel, budget: Budget): OverlapReadings {
  const { counts, ofGroup } = classesOf(token.groups.map((group) => group.keys));
  const all = token.groups.map(({ quorum }, g): Constraint => ({ classes: ofGroup[g] ?? [], lower: quorum }));
  const shared = solve({ counts, all }, budget);
  // One variable for each class in each of its groups: how many of its keys are dealt to it.
  const most: number[] = [];
  const dealtFrom: number[][] = counts.map(() => []);
  const dealtTo = ofGroup.map((list) =>
    list.map((of) => {
      const place = most.push(counts[of] ?? 0) - 1;
      dealtFrom[of]?.push(place);
      return place;
    }),
  );
  const demands = token.groups.map(({ quorum }, g): Constraint => ({ classes: dealtTo[g] ?? [], lower: quorum }));
  const supplies = dealtFrom.map((places, of): Constraint => ({ classes: places, upper: counts[of] ?? 0 }));
  const dealt = solve({ counts: most, all: [...demands, ...supplies] }, budget, { goal: 'any' });
  const sum = token.groups.reduce((total, { quorum }) => total + quorum, 0);
  return {
    shared: shared.type === 'yes' ? shared.weight : null,
    separate: dealt.type === 'yes' ? sum : null,
    decided: shared.type !== 'undecided' && dealt.type !== 'undecided',
  };
}
