import type { Finding } from '@quorate/report';
import type { Policy, RuleName } from '../policy.ts';
import { ApproverBook } from './book.ts';
import { DEFAULT_BUDGET } from './budget.ts';
import { analysisFindings } from './findings.ts';
import { DEFAULT_LISTED } from './minimal-sets.ts';
import { demandAnalyzable } from './model.ts';
import { holdersOf, type PeopleMap } from './people.ts';
import { analyzeRule, type RuleAnalysis } from './rule-analysis.ts';

export interface AnalyzeOptions {
  /** Who holds which keys. Default: each key is taken for a person of its own, and `collusion` is `null`. */
  readonly people?: PeopleMap;
  /** Steps that each question of each rule may cost; default {@link DEFAULT_BUDGET}. */
  readonly budget?: number;
  /** Lost keys, as identities; see `analysisIdentity`. Default: none, and `afterLoss` is `null`. */
  readonly lost?: Iterable<string>;
  /** Seconds since 1970-01-01T00:00:00Z, for the dates in certificates. Default: nothing is said to have expired. */
  readonly at?: number;
  /** How many ways to satisfy a rule are listed; default 64. */
  readonly listed?: number;
}

/** What a policy really allows; rule by rule, each seen by itself. */
export interface PolicyAnalysis {
  readonly rules: Readonly<Record<RuleName, RuleAnalysis>>;
  /** What people are said to hold and the policy does not have. */
  readonly unmatchedPeople: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * What a policy really allows: for each rule the fewest approvals, all minimal sets of approvers, the smallest loss that
 * bricks it, who can collude, when its windows are open, and when certificates end it; and findings beyond those of
 * `checkPolicy`. Exact, as long as `decided` says so; every witness satisfies `evaluateRule` (see `replayOf`).
 *
 * It does not say what the rules are to each other, nor who the approvers are. The keys of onboarded approvers are not
 * known, so each is taken for a key of its own.
 *
 * @throws PolicyError `limit-exceeded` for a policy or a people map beyond all use, `people-cyclic`, `people-invalid`
 * @throws TypeError when `budget` is not an integer from 0
 */
export function analyzePolicy(policy: Policy, options: AnalyzeOptions = {}): PolicyAnalysis {
  demandAnalyzable(policy);
  const { people, lost, at = null, budget: steps = DEFAULT_BUDGET, listed = DEFAULT_LISTED } = options;
  const book = new ApproverBook(policy);
  const holders = people === undefined ? null : holdersOf(people, book);
  const context = { book, holders, lost: lost === undefined ? null : new Set(lost), at, steps, listed };
  const analyze = (name: RuleName): RuleAnalysis => analyzeRule(name, policy, context);
  const rules = {
    use: analyze('use'),
    block: analyze('block'),
    unblock: analyze('unblock'),
    modify: analyze('modify'),
  };
  const findings = analysisFindings(policy, rules, context);
  return { rules, unmatchedPeople: holders?.unmatched ?? [], findings };
}
