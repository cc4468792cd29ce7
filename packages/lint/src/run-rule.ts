import { isReadError, LintError } from './error.ts';
import { dayOfObject, type LintObject } from './object/lint-object.ts';
import { remembered } from './object/remembered.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** What became of a rule. */
export type RuleStatus = 'not-applicable' | 'not-in-force' | 'passes' | 'violates' | 'could-not-run';

export interface RuleOutcome {
  readonly status: RuleStatus;
  /** With `violates` at least one, else none. */
  readonly findings: readonly RuleFinding[];
  /** With `could-not-run`: why. Else `null`. */
  readonly reason: string | null;
}

const NOT_APPLICABLE: RuleOutcome = outcome('not-applicable');
const NOT_IN_FORCE: RuleOutcome = outcome('not-in-force');
const PASSES: RuleOutcome = outcome('passes');

/** The same for all rules and objects, so that none can change it. */
function outcome(status: RuleStatus): RuleOutcome {
  return Object.freeze({ status, findings: Object.freeze([]), reason: null });
}

/**
 * Runs one rule on one object. Never throws: what a rule throws is `could-not-run`, of that rule. A rule that does not apply
 * is `not-applicable` whether or not it is in force.
 */
export function runRule(rule: Rule, object: LintObject): RuleOutcome {
  try {
    if (!rule.kinds.includes(object.kind) || !rule.applies(object)) return NOT_APPLICABLE;
    if (!isInForce(rule, object)) return NOT_IN_FORCE;
    const findings = rule.finds(object);
    return findings.length === 0 ? PASSES : { status: 'violates', findings, reason: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      status: 'could-not-run',
      findings: [],
      reason: isReadError(error) ? reason : `the rule itself failed: ${reason}`,
    };
  }
}

/** A day that cannot be read puts every rule in force. */
function isInForce(rule: Rule, object: LintObject): boolean {
  if (rule.effective === null && rule.until === null) return true;
  const day = dayIfReadable(object);
  if (day === null) return true;
  return (rule.effective === null || day >= rule.effective) && (rule.until === null || day < rule.until);
}

const dayIfReadable: (object: LintObject) => string | null = remembered((object) => {
  try {
    return dayOfObject(object);
  } catch (error) {
    if (error instanceof LintError) return null;
    throw error;
  }
});
