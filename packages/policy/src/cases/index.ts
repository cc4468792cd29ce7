/** Tests of policies: questions with expected answers, and which changes to a policy they would notice. */
export type {
  Because,
  CaseApproval,
  Expectation,
  PolicyCase,
  PolicyCases,
} from './case.ts';
export {
  DEFAULT_COVERAGE_BUDGET,
  type MutationCoverage,
  type MutationCoverageOptions,
  mutationCoverage,
  type Survivor,
} from './coverage.ts';
export { type Mutant, mutatePolicy } from './mutate.ts';
export { readPolicyCases } from './read.ts';
export {
  type CaseOutcome,
  type CaseResult,
  type CasesReport,
  DEFAULT_CASE_BUDGET,
  type RunPolicyCasesOptions,
  runPolicyCases,
} from './run.ts';
