/** What tests tell the test command, beside passing and failing. */
export { describeWhere, missingCommand, type Plan, planFor } from './describe-where.ts';
export { type NotRun, noteNotRun } from './not-run.ts';
export { repositoryRoot, resultsFolder } from './places.ts';
