/** One case of a suite: the suite's answer and ours, in the same words. */
export interface CaseOutcome {
  readonly id: string;
  readonly suite: string;
  readonly ours: string;
}

/** A case in which we knowingly answer otherwise. */
export interface Divergence extends CaseOutcome {
  readonly reason: string;
}

/** What a whole run of a suite comes to. */
export interface SuiteJudgement {
  readonly cases: number;
  /** Cases in which both answers are the same. */
  readonly agreed: number;
  /** Cases that differ as the list of divergences says. */
  readonly divergent: number;
  /** What is wrong, each in a line: a difference without a reason, and a reason without its difference. */
  readonly problems: readonly string[];
}

/**
 * Holds the outcomes of a whole suite against the divergences that are written down. It fails in both directions: a
 * difference that is not listed, and an entry that is not needed any more, has other answers, or names no case.
 */
export function judgeSuite(outcomes: readonly CaseOutcome[], divergences: readonly Divergence[]): SuiteJudgement {
  const listed = new Map(divergences.map((entry) => [entry.id, entry]));
  const problems: string[] = [];
  if (listed.size !== divergences.length) problems.push('a case is listed twice as a divergence');
  let agreed = 0;
  let divergent = 0;
  const seen = new Set<string>();
  for (const { id, suite, ours } of outcomes) {
    if (seen.has(id)) problems.push(`${id}: the suite has this id twice`);
    seen.add(id);
    const entry = listed.get(id);
    if (suite === ours) {
      agreed += 1;
      if (entry !== undefined) problems.push(`${id}: both say ${suite}, so the divergence that is listed is stale`);
    } else if (entry === undefined) problems.push(`${id}: the suite says ${suite}, we say ${ours}, and no reason is listed`);
    else if (entry.suite !== suite || entry.ours !== ours) {
      problems.push(`${id}: listed as ${entry.suite} and ${entry.ours}, found ${suite} and ${ours}`);
    } else divergent += 1;
  }
  for (const { id, reason } of divergences) {
    if (!seen.has(id)) problems.push(`${id}: listed as a divergence, and the suite has no such case`);
    if (reason.length < 20) problems.push(`${id}: a divergence without a reason`);
  }
  return { cases: outcomes.length, agreed, divergent, problems };
}
