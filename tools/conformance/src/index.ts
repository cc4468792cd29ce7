/** Other people's test suites, read from beside the repository and never copied into it. */
export { describeConformance } from './describe.ts';
export { conformanceFolder, suiteFile } from './folder.ts';
export { type CaseOutcome, type Divergence, judgeSuite, type SuiteJudgement } from './judge.ts';
