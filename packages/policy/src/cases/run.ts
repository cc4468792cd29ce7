import { type Finding, type Report, reportOf } from '@quorate/report';
import { displayDuration, displayName } from '../display.ts';
import { type Evaluation, evaluateRule } from '../evaluate.ts';
import { type Policy, RULE_NAMES } from '../policy.ts';
import { actionWords } from '../words.ts';
import type { Because, Expectation, PolicyCase, PolicyCases } from './case.ts';
import { ResolvedPeople } from './people.ts';
import { reasonsOf } from './reason.ts';
import { demandBudget, ruleWeight } from './weight.ts';

/**
 * Steps that running cases may take: one for each approver, group and token of the rule that a case asks about. A rule
 * that an HSM can take has at most 1,400 of them (65,535 bytes, 48 an approver), so this is enough for 3,500 cases about
 * the largest, and for 10,000 about rules of 500 approvers. A million take less than a second.
 */
export const DEFAULT_CASE_BUDGET = 5_000_000;

export interface RunPolicyCasesOptions {
  /** In steps; default {@link DEFAULT_CASE_BUDGET}. Cases beyond it are not asked, and the verdict says so. */
  readonly budget?: number;
}

/** What came of one case. */
export interface CaseResult {
  readonly case: PolicyCase;
  /** `null`: the budget was spent before it was asked. */
  readonly outcome: CaseOutcome | null;
}

export interface CaseOutcome {
  /** As expected, and for the reason given, if one is. */
  readonly passed: boolean;
  readonly answer: Expectation;
  /** Each of them true; see `reasonsOf`. */
  readonly reasons: readonly Because[];
  readonly evaluation: Evaluation;
}

/** A report with a finding for each case that was asked, and what came of each, in the order of the file. */
export interface CasesReport extends Report {
  readonly results: readonly CaseResult[];
}

/**
 * Asks a policy every question of a file of cases. A case passes when `evaluateRule` allows or refuses as expected,
 * counting the approvals given up to the moment of the question, and for the reason given. Whether the key is blocked is
 * not part of the question; a warning says so where it matters. Without cases the verdict is `incomplete`.
 *
 * @throws PolicyError `person-unknown`, `person-ambiguous`, `key-invalid` when it is not clear who is meant;
 *   `limit-exceeded` for a policy with more approvers than analysis takes
 * @throws TypeError when the budget is not an integer from 0
 */
export function runPolicyCases(policy: Policy, cases: PolicyCases, options: RunPolicyCasesOptions = {}): CasesReport {
  const { budget = DEFAULT_CASE_BUDGET } = options;
  demandBudget(budget);
  const people = new ResolvedPeople(policy, cases);
  const asked = cases.cases.map((it, i) => ({ it, approvals: approvalsOf(it, people, `cases[${i}]`) }));
  let left = budget;
  const results = asked.map(({ it, approvals }): CaseResult => {
    left -= ruleWeight(policy.rules[it.rule]) + it.approvals.length;
    return { case: it, outcome: left < 0 ? null : outcomeOf(policy, it, approvals, people.onboarded) };
  });
  return { ...reportOf([...findingsOf(results), ...around(policy, cases, results)]), results };
}

/** The identities of those who approved in time. Everybody who is named must be known. */
export function approvalsOf(it: PolicyCase, people: ResolvedPeople, path: string): string[] {
  const named = it.approvals.map(({ by, at }, i) => ({
    at,
    identity: people.identity(by, `${path}.approvals[${i}].by`),
  }));
  return named.filter(({ at }) => at <= it.at).map(({ identity }) => identity);
}

/** What a policy answers to one case. */
export function outcomeOf(
  policy: Policy,
  it: PolicyCase,
  approvals: readonly string[],
  onboarded: ReadonlyMap<string, string>,
): CaseOutcome {
  const rule = policy.rules[it.rule];
  const evaluation = evaluateRule(rule, { approvals, elapsed: it.at, onboarded });
  const answer = evaluation.satisfied ? 'allow' : 'refuse';
  const reasons = reasonsOf(rule, evaluation);
  const passed = answer === it.expect && (it.because === undefined || reasons.includes(it.because));
  return { passed, answer, reasons, evaluation };
}

function findingsOf(results: readonly CaseResult[]): Finding[] {
  return results.flatMap(({ case: it, outcome }, i): Finding[] => {
    if (outcome === null) return [];
    const verb = outcome.answer === 'allow' ? 'may' : 'may not';
    return [
      {
        id: 'policy.case',
        outcome: outcome.passed ? 'pass' : 'fail',
        where: `cases[${i}]`,
        message: `\`${displayName(it.name)}\`: they ${verb} ${actionWords(it.rule)} ${displayDuration(it.at)} after the timestamp`,
        expected: it.because === undefined ? it.expect : `${it.expect}, because of ${it.because}`,
        actual: `${outcome.answer}, because of ${outcome.reasons.join(' or ')}`,
      },
    ];
  });
}

/** What there is to say of the file as a whole. */
function around(policy: Policy, { cases }: PolicyCases, results: readonly CaseResult[]): Finding[] {
  if (cases.length === 0) {
    const message = 'there are no cases: nothing was asked';
    return [
      { id: 'policy.cases.none', outcome: 'not-checked', where: 'cases', message, expected: 'at least one case' },
    ];
  }
  const findings: Finding[] = [];
  const unasked = results.filter(({ outcome }) => outcome === null).length;
  if (unasked > 0) {
    findings.push({
      id: 'policy.cases.budget',
      outcome: 'not-checked',
      where: 'cases',
      message: 'the budget was spent before all cases were asked',
      expected: `${cases.length} cases asked`,
      actual: `${cases.length - unasked}`,
    });
  }
  for (const name of RULE_NAMES) {
    if (cases.some(({ rule }) => rule === name)) continue;
    const message = `no case asks who may ${actionWords(name)}`;
    findings.push({ id: 'policy.cases.rules', outcome: 'warn', where: name, message, expected: 'at least one case' });
  }
  if (policy.blocked === true && cases.some(({ rule }) => rule === 'use')) {
    const message = 'the key is blocked: the cases about use say what holds after it is unblocked';
    findings.push({ id: 'policy.cases.blocked', outcome: 'warn', where: 'blocked', message });
  }
  return findings;
}
