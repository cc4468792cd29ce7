import { sumOf, type Tally } from './judge.ts';
import type { SuiteRecord } from './record.ts';
import { SUITES, type Suite } from './suites.ts';

/** One line of the table. */
interface Row {
  readonly name: string;
  readonly tally: Tally;
  readonly notRun: number;
  /** `null` for a group, whose cases run among the others. */
  readonly milliseconds: number | null;
}

const HEAD = ['suite', 'cases', 'agree', 'diverge, with reason', 'false accept', 'false reject', 'not run'];

/** Where no case may be answered otherwise. */
const MUST = ' (must all agree)';

/** The lines of the table: a suite, then its groups if it is shown by group. */
export function rowsOf(records: readonly SuiteRecord[]): Row[] {
  return SUITES.flatMap((suite) => {
    const ofSuite = records.filter((record) => record.suite === suite.folder);
    return ofSuite.length === 0 ? [] : suiteRows(suite, ofSuite);
  });
}

function suiteRows({ title, must, byGroup }: Suite, records: readonly SuiteRecord[]): Row[] {
  const groups = records.flatMap((record) => Object.entries(record.groups));
  const left = records.flatMap(({ notRun }) => notRun);
  const count = (list: typeof left): number => list.reduce((sum, { cases }) => sum + cases, 0);
  const whole: Row = {
    name: must === 'all' ? title + MUST : title,
    tally: sumOf(groups.map(([, tally]) => tally)),
    notRun: count(left),
    milliseconds: records.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
  if (!byGroup) return [whole];
  const names = [...new Set([...groups.map(([group]) => group), ...left.map(({ group }) => group ?? '')])].sort();
  return [
    whole,
    ...names.map((name): Row => {
      return {
        name: `- ${name}${must.includes(name) ? MUST : ''}`,
        tally: sumOf(groups.filter(([group]) => group === name).map(([, tally]) => tally)),
        notRun: count(left.filter(({ group }) => (group ?? '') === name)),
        milliseconds: null,
      };
    }),
  ];
}

const cellsOf = ({ name, tally, notRun }: Row): string[] => [
  name,
  ...[tally.cases + notRun, tally.agreed, tally.divergent, tally.falseAccepts, tally.falseRejects, notRun].map(String),
];

/** The table for a terminal, with the time that each suite took. */
export function tableText(records: readonly SuiteRecord[]): string {
  const rows = rowsOf(records);
  const lines = [
    [...HEAD, 'time'],
    ...rows.map((row) => [...cellsOf(row), row.milliseconds === null ? '' : `${Math.ceil(row.milliseconds)} ms`]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => (line[i] as string).length))) ?? [];
  return lines
    .map((line) => line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))))
    .map((line) => `${line.join('  ').trimEnd()}\n`)
    .join('');
}

/** The table as Markdown, without times: the same wherever it is made. */
export function tableMarkdown(records: readonly SuiteRecord[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    line(HEAD),
    line(HEAD.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rowsOf(records).map((row) => line(cellsOf(row))),
  ].join('');
}

/** What differs in each suite, and why; what is not run, and why not. */
export function differencesText(records: readonly SuiteRecord[]): string {
  return SUITES.flatMap(({ folder, title }) => {
    const ofSuite = records.filter(({ suite }) => suite === folder);
    const lines = ofSuite.flatMap(({ differences, notRun }) => [
      ...differences.map(
        ({ id, suite, ours, group, reason }) =>
          `  ${id}${group === undefined ? '' : ` [${group}]`}: theirs ${suite}, ours ${ours}\n    ${reason ?? 'NO REASON IS LISTED'}\n`,
      ),
      ...notRun.map(({ what, cases, reason }) => `  ${what}: ${cases} not run\n    ${reason}\n`),
    ]);
    return lines.length === 0 ? [] : [`\n${title}\n`, ...lines];
  }).join('');
}
