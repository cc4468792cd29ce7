import type { Finding, Report } from '@quorate/report';
import type { Limits } from '../budget.ts';

/** One certificate of a path. */
export interface PathStep {
  /** By RFC 4514; words when it is empty. */
  readonly subject: string;
  /** Of the certificate, lower-case hex; of the SubjectPublicKeyInfo where an anchor is a name and a key. */
  readonly sha256: string;
}

/** A path that broke: how far it went from the target upward, and the first thing that broke it. */
export interface BrokenPathReport {
  readonly path: readonly PathStep[];
  /** Whether it ends at a trust anchor. */
  readonly reachedAnchor: boolean;
  /** Which of its certificates broke it; what the finding is about may be another thing, a CRL say. */
  readonly at: PathStep;
  readonly finding: Finding;
}

/** What `verifyPath` answers. */
export interface PathReport extends Report {
  /** From the target to the trust anchor, both included, a target that is the anchor once; empty when there is none. */
  readonly path: readonly PathStep[];
  /** user-constrained-policy-set (RFC 5280, 6.1.6), sorted; `2.5.29.32.0` is any-policy. Empty without a path. */
  readonly policies: readonly string[];
  /** When no path was found: those that broke, the most useful first, at most 20. */
  readonly broken: readonly BrokenPathReport[];
  /** What the search cost, by its limits. */
  readonly spent: Readonly<Record<keyof Limits, number>>;
}
