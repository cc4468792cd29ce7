import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CaseOutcome,
  type Difference,
  type Divergence,
  judgeSuite,
  type SuiteJudgement,
  type Tally,
} from './judge.ts';
import { suiteOf } from './suites.ts';
import { pinnedTotals } from './totals.ts';

/** Cases that are not run, and why not. */
export interface NotRunCases {
  readonly what: string;
  readonly group?: string;
  readonly cases: number;
  readonly reason: string;
}

/** A whole run of a suite, or of one part of it. */
export interface SuiteRun {
  /** Its folder. */
  readonly suite: string;
  /** Where several test files share a suite: which part this is. */
  readonly part?: string;
  readonly outcomes: readonly CaseOutcome[];
  readonly divergences: readonly Divergence[];
  readonly notRun?: readonly NotRunCases[];
  /** How long it took. For the table alone: nothing depends on it. */
  readonly milliseconds: number;
}

/** What a run leaves for the table. */
export interface SuiteRecord {
  readonly suite: string;
  readonly part: string;
  readonly groups: Readonly<Record<string, Tally>>;
  readonly differences: readonly Difference[];
  readonly notRun: readonly NotRunCases[];
  readonly problems: readonly string[];
  readonly milliseconds: number;
}

/**
 * Judges a run: against the divergences listed, the groups in which none is allowed, and the totals that are written down
 * in `totals.json`. Where QUORATE_CONFORMANCE_RESULTS names a folder it leaves a record there for the table, also of a
 * run with problems.
 *
 * @returns the judgement; a test expects its `problems` to be empty
 */
export function recordSuite(run: SuiteRun): SuiteJudgement {
  const { must } = suiteOf(run.suite);
  const judged = judgeSuite(run.outcomes, run.divergences, must);
  const problems = [...judged.problems, ...totalProblems(run, judged)];
  const { suite, part = '', notRun = [], milliseconds } = run;
  const { groups, differences } = judged;
  writeRecord({ suite, part, groups, differences, notRun, problems, milliseconds });
  return { ...judged, problems };
}

/** Totals that are not those written down; none while they are written anew. */
function totalProblems({ suite, part }: SuiteRun, { groups }: SuiteJudgement): string[] {
  if (process.env['QUORATE_CONFORMANCE_UPDATE'] === '1') return [];
  const pinned = pinnedTotals()[suite] ?? {};
  const names = new Set([...Object.keys(groups), ...(part === undefined ? Object.keys(pinned) : [])]);
  return [...names].flatMap((group) => {
    const [expected, found] = [pinned, groups].map((totals) => JSON.stringify(totals[group] ?? null));
    return found === expected ? [] : [`totals of \`${group}\`: written down as ${expected}, found ${found}`];
  });
}

function writeRecord(record: SuiteRecord): void {
  const folder = process.env['QUORATE_CONFORMANCE_RESULTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  const name = `${record.suite}.${record.part === '' ? 'whole' : record.part}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(record)}\n`);
}

/** The records that a run left in a folder. */
export function readRecords(folder: string): SuiteRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SuiteRecord);
}

/** Runs something and says how long that took. */
export function timed<T>(run: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now();
  const value = run();
  return { value, milliseconds: performance.now() - start };
}
