import {
  type Approver,
  displayName,
  type Evaluation,
  type Group,
  type GroupEvaluation,
  meaningOf,
  type Rule,
  type Token,
} from '@quorate/policy';
import { namesOf } from './named-approvers.ts';

/**
 * Where an alternative stands in time.
 *
 * - `open`: its window is open, or it has none. `not-yet`: its timelock runs. `closed`: its timeout is over.
 * - `never`: its window closes before it opens.
 * - `no-timestamp`: it has a window, which runs from a timestamp of the HSM, and there is none.
 */
export type AlternativeState = 'open' | 'not-yet' | 'closed' | 'never' | 'no-timestamp';

/** One alternative of the rule `use`, a token of the policy, as a round of approvals meets it. */
export interface Alternative {
  /** Its place in the rule, from 0. */
  readonly index: number;
  /** What the policy calls it, fit for the eyes. */
  readonly name: string | null;
  readonly satisfied: boolean;
  readonly state: AlternativeState;
  /** The window, in seconds after the timestamp; both ends are within. `closes` is `null` when it never closes. */
  readonly window: { readonly opens: number; readonly closes: number | null };
  /** The first second that counts, since 1970-01-01T00:00:00Z; `null` without a timestamp or a window. */
  readonly opensAt: number | null;
  /** The last second that counts; `null` without a timestamp, and when there is none. */
  readonly closesAt: number | null;
  /** Whether approvals that are still to come can satisfy it, with this timestamp, or with one that is still to come. */
  readonly possible: boolean;
  /** How many approvals are missing in its groups together. */
  readonly missing: number;
  readonly groups: readonly GroupStatus[];
}

/** One group of an alternative. Names are fit for the eyes. */
export interface GroupStatus {
  readonly name: string | null;
  readonly quorum: number;
  /** How many distinct keys of the group approved. */
  readonly approved: number;
  /** How many more are needed. */
  readonly missing: number;
  readonly approvedBy: readonly string[];
  readonly notYetApprovedBy: readonly string[];
  /** Whether so many keys can be told apart in it at all. */
  readonly possible: boolean;
}

/** The alternatives of a rule, from what `evaluateRule` says of them. */
export function alternativesOf(
  rule: Rule,
  evaluation: Evaluation,
  { timestamp, elapsed }: { readonly timestamp: number | null; readonly elapsed: number | null },
): readonly Alternative[] {
  const call = namesOf(rule);
  return (rule?.tokens ?? []).map((token, index): Alternative => {
    const evaluated = evaluation.tokens[index];
    if (evaluated === undefined) throw new TypeError('an evaluation of another rule');
    const { window } = evaluated;
    const state = stateOf(token, window.state, timestamp, elapsed);
    const groups = (token.groups ?? []).map((group, g) =>
      groupStatus(group, evaluated.groups[g] as GroupEvaluation, { call, counts: state !== 'no-timestamp' }),
    );
    const missing = groups.reduce((sum, group) => sum + group.missing, 0);
    const start = hasWindow(token) ? timestamp : null;
    return {
      index,
      name: token.name === null ? null : displayName(token.name),
      satisfied: state === 'open' && missing === 0,
      state,
      window: { opens: window.opens, closes: window.closes },
      opensAt: start === null ? null : start + window.opens,
      closesAt: start === null || window.closes === null ? null : start + window.closes,
      possible: state !== 'never' && state !== 'closed' && groups.every((group) => group.possible),
      missing,
      groups,
    };
  });
}

function hasWindow({ timelock, timeout }: Token): boolean {
  return timelock !== 0 || timeout !== 0;
}

function stateOf(
  token: Token,
  state: Evaluation['tokens'][number]['window']['state'],
  timestamp: number | null,
  elapsed: number | null,
): AlternativeState {
  if (!hasWindow(token) || state === 'never') return state;
  if (timestamp === null) return 'no-timestamp';
  return elapsed === null ? 'not-yet' : state;
}

interface Counting {
  /** What an approver is called. */
  readonly call: (approver: Approver) => string;
  /** Whether these approvals can count for it at all: without timestamp none does for a window (SKA.md 2.3). */
  readonly counts: boolean;
}

function groupStatus(group: Group, evaluated: GroupEvaluation, { call, counts }: Counting): GroupStatus {
  const names = (has: boolean): string[] =>
    group.approvers
      .filter((_, i) => (counts && evaluated.approvers[i]?.approved === true) === has)
      .map((approver) => call(approver));
  return {
    name: group.name === null ? null : displayName(group.name),
    quorum: group.quorum,
    approved: counts ? evaluated.approved : 0,
    missing: counts ? evaluated.missing : group.quorum,
    approvedBy: names(true),
    notYetApprovedBy: names(false),
    possible: meaningOf({ group }).permission !== 'never',
  };
}
