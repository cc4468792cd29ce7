import { type MeaningKind, meaningOf } from '../meaning.ts';
import type { Policy, RuleName } from '../policy.ts';
import { type RuleStrength, strengthOf } from './analyze-rule.ts';
import type { ApproverBook } from './book.ts';
import { Budget } from './budget.ts';
import { type Expiry, expiryOf } from './expiry.ts';
import { type MinimalSets, minimalSets } from './minimal-sets.ts';
import { analysisIdentity, modelOf } from './model.ts';
import type { Holders } from './people.ts';
import { type Collusion, collusionOf } from './separation.ts';
import { type TokenWindow, windowsOf } from './windows.ts';

/** What one rule really allows. */
export interface RuleAnalysis extends RuleStrength {
  /** Which form the rule has: of the many ways to say nothing, which one. */
  readonly meaning: MeaningKind;
  /** Distinct keys named. */
  readonly keys: number;
  readonly minimalSets: MinimalSets;
  readonly windows: readonly TokenWindow[];
  readonly expiry: Expiry;
  /** What is left of the rule without the lost keys. */
  readonly afterLoss: RuleStrength | null;
  readonly collusion: Collusion | null;
}

/** The part of a question's steps that counting minimal sets may cost: there can be too many of them whatever is spent. */
const LISTING_SHARE = 8;

/** What the analysis of a policy has at hand. */
export interface AnalysisContext {
  readonly book: ApproverBook;
  readonly holders: Holders | null;
  readonly lost: ReadonlySet<string> | null;
  /** Seconds since 1970-01-01T00:00:00Z; `null`: not given. */
  readonly at: number | null;
  /** Steps that one question may cost. */
  readonly steps: number;
  readonly listed: number;
}

/** Asks all questions of one rule. */
export function analyzeRule(name: RuleName, policy: Policy, context: AnalysisContext): RuleAnalysis {
  const { book, holders, lost, at, steps, listed } = context;
  const rule = policy.rules[name];
  const model = modelOf(rule);
  const groups = (rule?.tokens ?? []).flatMap((token) => token.groups ?? []);
  return {
    ...strengthOf(rule, book, steps),
    meaning: meaningOf({ rule, form: policy.blocked === null ? 'modify' : 'create' }).kind,
    keys: new Set(groups.flatMap((group) => group.approvers.map(analysisIdentity))).size,
    minimalSets: minimalSets(model, new Budget(Math.floor(steps / LISTING_SHARE)), listed),
    windows: windowsOf(rule),
    expiry: expiryOf(rule, at, book),
    afterLoss: lost === null ? null : strengthOf(rule, book, steps, lost),
    collusion: holders === null ? null : collusionOf(model, holders, steps),
  };
}
