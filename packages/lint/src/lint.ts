import { type ByteRange, type Finding, type Report, verdictOf } from '@quorate/report';
import type { LintObject } from './object/lint-object.ts';
import { remembered } from './object/remembered.ts';
import { readableFinding } from './readable.ts';
import type { Rule, RuleFinding, Severity } from './rule.ts';
import { type RuleSelection, selectRules } from './rule-set.ts';
import { type RuleStatus, runRule } from './run-rule.ts';

/** A finding of a rule: its `id` is `lint.` and the id of the rule. */
export interface LintFinding extends Finding {
  /** That of the rule; `null` for `lint.readable`, which is no rule. */
  readonly severity: Severity | null;
}

/** What became of one rule. */
export interface RuleResult {
  readonly rule: string;
  readonly severity: Severity;
  readonly status: RuleStatus;
}

export interface LintReport extends Report {
  /** `lint.readable`, then for each rule that applied: one finding if it passes, one for each violation. */
  readonly findings: readonly LintFinding[];
  /** One for each rule that was chosen, in their order. */
  readonly results: readonly RuleResult[];
}

export interface LintOptions extends RuleSelection {
  /** These rules and no others; then nothing is selected by name. */
  readonly rules?: readonly Rule[];
}

/** Of one rule on one object: a list of 10,000 names that are all wrong is as well shown by some. */
const MAX_FINDINGS = 50;

/**
 * Lints one object. An error is `fail`, a warning or a notice `warn`, a rule that could not run `not-checked`: so errors alone
 * make the verdict `fail`, a rule that could not run makes it `incomplete`, and what the strict readers refuse never passes.
 * The report depends on nothing but the bytes and the rules.
 *
 * @throws TypeError when a set or an id is unknown
 */
export function lint(object: LintObject, options: LintOptions = {}): LintReport {
  const rules = options.rules ?? selectRules(options);
  const findings: LintFinding[] = [{ ...readableFinding(object), severity: null }];
  const results: RuleResult[] = [];
  for (const rule of rules) {
    const outcome = runRule(rule, object);
    results.push({ rule: rule.id, severity: rule.severity, status: outcome.status });
    if (outcome.status === 'passes') findings.push(passOf(rule));
    else if (outcome.status === 'could-not-run') findings.push(notChecked(rule, outcome.reason));
    else if (outcome.status === 'violates') addViolations(findings, rule, outcome.findings, object);
  }
  return { verdict: verdictOf(findings), findings, results };
}

/** The same in all reports, so that none can change it. */
const passOf: (rule: Rule) => LintFinding = remembered((rule) =>
  Object.freeze({ ...base(rule), outcome: 'pass', message: rule.title }),
);

function notChecked(rule: Rule, reason: string | null): LintFinding {
  return { ...base(rule), outcome: 'not-checked', message: `could not be checked: ${reason}` };
}

function addViolations(
  findings: LintFinding[],
  rule: Rule,
  violations: readonly RuleFinding[],
  object: LintObject,
): void {
  for (const finding of violations.slice(0, MAX_FINDINGS)) findings.push(violation(rule, finding, object));
  const more = violations.length - MAX_FINDINGS;
  if (more > 0) findings.push({ ...base(rule), outcome: outcomeOf(rule), message: `and ${more} more like these` });
}

function base(rule: Rule): Pick<LintFinding, 'id' | 'where' | 'reference' | 'severity'> {
  return { id: `lint.${rule.id}`, where: '', reference: rule.citation, severity: rule.severity };
}

function outcomeOf(rule: Rule): 'fail' | 'warn' {
  return rule.severity === 'error' ? 'fail' : 'warn';
}

function violation(rule: Rule, finding: RuleFinding, object: LintObject): LintFinding {
  const { message, where, at, expected, actual } = finding;
  const bytes = at === undefined ? null : rangeIn(object.bytes, at);
  return {
    ...base(rule),
    where,
    outcome: outcomeOf(rule),
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(bytes === null ? {} : { bytes }),
    action: rule.remedy,
  };
}

/** Where a view stands in the bytes that it is of; `null` for bytes from elsewhere. */
function rangeIn(whole: Uint8Array, view: Uint8Array): ByteRange | null {
  const start = view.byteOffset - whole.byteOffset;
  const end = start + view.length;
  return view.buffer === whole.buffer && start >= 0 && end <= whole.length ? { start, end } : null;
}
