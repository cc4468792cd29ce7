/** Other people's test suites, read from beside the repository and never copied into it. */
export { describeConformance } from './describe.ts';
export { conformanceFolder, suiteFile } from './folder.ts';
export {
  type CaseOutcome,
  type Difference,
  type Divergence,
  judgeSuite,
  type SuiteJudgement,
  type Tally,
} from './judge.ts';
export { type NotRunCases, recordSuite, type SuiteRun, timed } from './record.ts';
export { SUITES, type Suite } from './suites.ts';
