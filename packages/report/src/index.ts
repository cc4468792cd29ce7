/** Findings and verdicts: the shape of every answer in Quorate. */
export type { Finding, Outcome } from './finding.ts';
export { type Report, reportOf, type Verdict, verdictOf } from './verdict.ts';
