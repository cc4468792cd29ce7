import type { Finding } from './finding.ts';

/** The answer of a whole report; see {@link verdictOf}. */
export type Verdict = 'pass' | 'fail' | 'incomplete';

/** What every verification returns. */
export interface Report {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/**
 * The verdict that findings amount to: `fail` if one failed; else `incomplete` if one could not be made (or has an
 * outcome unknown here), or if no check passed at all; else `pass`. Warnings do not change it.
 */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.outcome === 'fail')) return 'fail';
  const noted = findings.every(({ outcome }) => outcome === 'pass' || outcome === 'warn');
  return noted && findings.some(({ outcome }) => outcome === 'pass') ? 'pass' : 'incomplete';
}

/** A report of these findings, in this order, with the verdict they amount to. */
export function reportOf(findings: readonly Finding[]): Report {
  return { verdict: verdictOf(findings), findings };
}
