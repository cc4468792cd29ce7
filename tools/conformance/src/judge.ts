/** One case of a suite: the suite's answer and ours, in the same words. */
export interface CaseOutcome {
  readonly id: string;
  readonly suite: string;
  readonly ours: string;
  /** The part of the suite whose cases are counted together. Default: the suite has no parts. */
  readonly group?: string;
}

/** A case in which we knowingly answer otherwise. */
export interface Divergence {
  readonly id: string;
  readonly suite: string;
  readonly ours: string;
  readonly reason: string;
}

/** How many cases ended how. What is left of `cases` differs without a reason. */
export interface Tally {
  readonly cases: number;
  /** Cases in which both answers are the same. */
  readonly agreed: number;
  /** Cases that differ as the list of divergences says. */
  readonly divergent: number;
  /** Of those that differ, with or without a reason: the suite says no and we say yes. */
  readonly falseAccepts: number;
  /** The suite says yes and we say no. */
  readonly falseRejects: number;
}

/** A case that differs. `reason` is `null` when none is listed. */
export interface Difference extends CaseOutcome {
  readonly reason: string | null;
}

/** What a whole run of a suite comes to. */
export interface SuiteJudgement extends Tally {
  /** By the groups of the cases; `''` for cases without one. */
  readonly groups: Readonly<Record<string, Tally>>;
  readonly differences: readonly Difference[];
  /** What is wrong, each in a line: a difference without a reason, and a reason without its difference. */
  readonly problems: readonly string[];
}

/** The words of the suites that are a yes. */
const YES: ReadonlySet<string> = new Set(['valid', 'read', 'permitted', 'good', 'match', 'pass', 'NA', 'NE']);
/** Words that are neither: what a suite leaves to its reader, and what could not be asked. */
const NEITHER: ReadonlySet<string> = new Set(['acceptable', 'could-not-run']);

/**
 * Holds the outcomes of a whole suite against the divergences that are written down. It fails in both directions: a
 * difference that is not listed, and an entry that is not needed any more, has other answers, or names no case.
 *
 * @param must the groups in which no divergence may be listed, `all` for every one. Default: none
 */
export function judgeSuite(
  outcomes: readonly CaseOutcome[],
  divergences: readonly Divergence[],
  must: readonly string[] | 'all' = [],
): SuiteJudgement {
  const listed = new Map(divergences.map((entry) => [entry.id, entry]));
  const problems: string[] = [];
  if (listed.size !== divergences.length) problems.push('a case is listed twice as a divergence');
  const groups: Record<string, Counts> = {};
  const differences: Difference[] = [];
  const seen = new Set<string>();
  for (const outcome of outcomes) {
    const { id, suite, ours, group = '' } = outcome;
    if (seen.has(id)) problems.push(`${id}: the suite has this id twice`);
    seen.add(id);
    groups[group] ??= { ...NOTHING };
    const counts = groups[group];
    counts.cases += 1;
    const entry = listed.get(id);
    if (suite === ours) {
      counts.agreed += 1;
      if (entry !== undefined) problems.push(`${id}: both say ${suite}, so the divergence that is listed is stale`);
      continue;
    }
    if (!NEITHER.has(suite) && !NEITHER.has(ours)) {
      if (!YES.has(suite) && YES.has(ours)) counts.falseAccepts += 1;
      if (YES.has(suite) && !YES.has(ours)) counts.falseRejects += 1;
    }
    differences.push({ ...outcome, reason: entry?.reason ?? null });
    if (entry === undefined) {
      problems.push(`${id}: the suite says ${suite}, we say ${ours}, and no reason is listed`);
    } else if (entry.suite !== suite || entry.ours !== ours) {
      problems.push(`${id}: listed as ${entry.suite} and ${entry.ours}, found ${suite} and ${ours}`);
    } else {
      counts.divergent += 1;
      if (must === 'all' || must.includes(group)) problems.push(`${id}: no divergence is allowed in this group`);
    }
  }
  for (const { id, reason } of divergences) {
    if (!seen.has(id)) problems.push(`${id}: listed as a divergence, and the suite has no such case`);
    if (reason.length < 20) problems.push(`${id}: a divergence without a reason`);
  }
  return { ...sumOf(Object.values(groups)), groups, differences, problems };
}

type Counts = { -readonly [K in keyof Tally]: number };

const NOTHING: Tally = { cases: 0, agreed: 0, divergent: 0, falseAccepts: 0, falseRejects: 0 };

/** Tallies added up. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum: Counts = { ...NOTHING };
  for (const tally of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
}
