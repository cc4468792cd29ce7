import { type Finding, type Report, reportOf } from '@quorate/report';
import { Budget } from '../analysis/budget.ts';
import type { Policy, RuleName } from '../policy.ts';
import type { PolicyCase, PolicyCases } from './case.ts';
import { findDifference, type Witness } from './difference.ts';
import { type Mutant, mutatePolicy } from './mutate.ts';
import { ResolvedPeople } from './people.ts';
import { approvalsOf, outcomeOf } from './run.ts';
import { caseOf } from './suggest.ts';
import { demandBudget, ruleWeight } from './weight.ts';

/**
 * Steps that the whole of a mutation coverage may take. A policy of 12 approvers in two tokens for each of its rules has
 * about 150 mutants, which with 50 cases take less than half a million; ten times that is left for larger ones.
 */
export const DEFAULT_COVERAGE_BUDGET = 5_000_000;
/** What one comparison of a mutant with the policy may take of it at most. */
const DIFFERENCE_BUDGET = 1_000_000;

/** A mutant that no case notices. */
export interface Survivor {
  readonly mutant: Mutant;
  /** A case that passes on the policy and fails on the mutant. */
  readonly suggestion: PolicyCase;
}

/** What the cases of a policy are worth: a report, and the counts behind it. */
export interface MutationCoverage extends Report {
  /** Mutants that were looked at; the sum of the next four. */
  readonly mutants: number;
  /** A case fails on them. */
  readonly noticed: number;
  /** They mean the same as the policy, so no case could notice them. */
  readonly equivalent: number;
  readonly survivors: readonly Survivor[];
  /** No case notices them, and whether they mean the same was not found out within the budget. */
  readonly undecided: readonly Mutant[];
  /** Whether all mutants were looked at. */
  readonly complete: boolean;
}

export interface MutationCoverageOptions {
  /** In steps; default {@link DEFAULT_COVERAGE_BUDGET}. */
  readonly budget?: number;
}

/**
 * Which changes to a policy its cases would notice: every mutant (see `mutatePolicy`) is asked all cases about the rules
 * that were changed. For one that passes them all the smallest question is sought that tells it from the policy; it is
 * suggested as a case. If there is none the mutant means the same, and does not count.
 *
 * Only cases that pass on the policy itself are asked; the report says when there are others. Pass: no mutant survives.
 * Fail: one does. Incomplete: the budget did not last for all.
 *
 * @throws PolicyError as `runPolicyCases`
 * @throws TypeError when the budget is not an integer from 0
 */
export function mutationCoverage(
  policy: Policy,
  cases: PolicyCases,
  options: MutationCoverageOptions = {},
): MutationCoverage {
  const { budget = DEFAULT_COVERAGE_BUDGET } = options;
  demandBudget(budget);
  const people = new ResolvedPeople(policy, cases);
  const asked = cases.cases.map((it, i) => ({ it, approvals: approvalsOf(it, people, `cases[${i}]`) }));
  let left = budget;
  const passes = (subject: Policy, { it, approvals }: (typeof asked)[number]): boolean | null => {
    left -= ruleWeight(subject.rules[it.rule]) + approvals.length;
    return left < 0 ? null : outcomeOf(subject, it, approvals, people.onboarded).passed;
  };
  const answers = asked.map((it) => passes(policy, it));
  const sound = asked.filter((_, i) => answers[i] === true);
  const unsound = answers.filter((it) => it === false).length;

  const tally = { noticed: 0, equivalent: 0, survivors: [] as Survivor[], undecided: [] as Mutant[] };
  let complete = true;
  for (const mutant of mutatePolicy(policy)) {
    left -= mutant.rules.reduce((sum, name) => sum + ruleWeight(mutant.policy.rules[name]), 0);
    const about = sound.filter(({ it }) => mutant.rules.includes(it.rule));
    const noticed = about.some((it) => passes(mutant.policy, it) === false);
    if (left < 0) {
      complete = false;
      break;
    }
    if (noticed) tally.noticed++;
    else {
      const search = new Budget(Math.min(left, DIFFERENCE_BUDGET));
      const { rule, witness, decided } = tell(policy, mutant, search);
      left -= search.spent;
      if (witness !== null) tally.survivors.push({ mutant, suggestion: caseOf(policy, rule, witness, people) });
      else if (decided) tally.equivalent++;
      else tally.undecided.push(mutant);
    }
  }
  const { noticed, equivalent, survivors, undecided } = tally;
  const mutants = noticed + equivalent + survivors.length + undecided.length;
  const coverage = { mutants, ...tally, complete };
  return { ...reportOf(findingsOf(coverage, unsound)), ...coverage };
}

interface Told {
  readonly rule: RuleName;
  readonly witness: Witness | null;
  readonly decided: boolean;
}

/** The smallest question that tells a mutant from the policy, in the first of its rules that has one. */
function tell(policy: Policy, mutant: Mutant, budget: Budget): Told {
  let decided = true;
  for (const rule of mutant.rules) {
    const found = findDifference(policy.rules[rule], mutant.policy.rules[rule], budget);
    if (found.kind === 'different') return { rule, witness: found.witness, decided: true };
    decided &&= found.kind === 'same';
  }
  return { rule: mutant.rules[0] as RuleName, witness: null, decided };
}

type Coverage = Omit<MutationCoverage, keyof Report>;

function findingsOf(coverage: Coverage, unsound: number): Finding[] {
  const { mutants, noticed, equivalent, survivors, undecided, complete } = coverage;
  const findings = survivors.map(({ mutant, suggestion }): Finding => {
    return {
      id: 'policy.cases.mutation',
      outcome: 'fail',
      where: mutant.id,
      message: `no case notices this change: ${mutant.description}`,
      expected: `a case such as \`${suggestion.name}\``,
      actual: 'every case answers as before',
    };
  });
  for (const { id, description } of undecided) {
    const message = `no case notices this change, and whether it means anything was not found out: ${description}`;
    findings.push({ id: 'policy.cases.mutation', outcome: 'not-checked', where: id, message });
  }
  if (!complete) {
    const message = `the budget was spent after ${mutants} changes`;
    findings.push({ id: 'policy.cases.budget', outcome: 'not-checked', where: 'policy', message });
  }
  if (unsound > 0) {
    const message = 'cases that do not pass on the policy itself were left out';
    const actual = `${unsound}`;
    findings.push({ id: 'policy.case', outcome: 'not-checked', where: 'cases', message, expected: 'none', actual });
  }
  if (complete && survivors.length === 0 && undecided.length === 0) {
    const message = `the cases notice every change that means anything: ${noticed} noticed, ${equivalent} mean the same`;
    findings.push({ id: 'policy.cases.mutation', outcome: 'pass', where: 'policy', message });
  }
  return findings;
}
