import type { RuleName } from '../policy.ts';

/** What a case may expect of a rule. */
export type Expectation = 'allow' | 'refuse';

export const EXPECTATIONS: readonly Expectation[] = ['allow', 'refuse'];

/**
 * Why a rule allows or refuses; see `reasonsOf`.
 *
 * - `quorum`: allowed, because the quorums are reached; refused, because in a window that is open approvals are missing.
 * - `window`: refused, because where the quorums are reached the window is not open.
 * - `quorum-and-window`: refused, since no window is open and nowhere are the quorums reached.
 * - `never`: refused, because no approvals at any time are enough.
 * - `unguarded`: allowed, without any approval.
 */
export type Because = 'quorum' | 'window' | 'quorum-and-window' | 'never' | 'unguarded';

/** Which reasons go with which expectation. */
export const REASONS: Readonly<Record<Expectation, readonly Because[]>> = {
  allow: ['quorum', 'unguarded'],
  refuse: ['quorum', 'window', 'quorum-and-window', 'never'],
};

/** One approval in a case. */
export interface CaseApproval {
  /** A name in the file's people, or a reference to an approver; see `ResolvedPeople`. */
  readonly by: string;
  /** Whole seconds after the HSM's timestamp, from 0. */
  readonly at: number;
}

/** One question to a policy with the answer that its authors expect. As in the file. */
export interface PolicyCase {
  readonly name: string;
  readonly rule: RuleName;
  readonly approvals: readonly CaseApproval[];
  /** When the question is asked: whole seconds after the HSM's timestamp, from 0. Later approvals do not count. */
  readonly at: number;
  readonly expect: Expectation;
  /** One of the reasons that must hold. Default: any. */
  readonly because?: Because;
}

/** A file of cases; see `readPolicyCases`. */
export interface PolicyCases {
  /** Where the policy is that is meant: a note for people and tools; nothing here opens it. */
  readonly policy: string | null;
  /** References to approvers by the names that the cases use. A reference is never the name of another person. */
  readonly people: ReadonlyMap<string, string>;
  readonly cases: readonly PolicyCase[];
}
