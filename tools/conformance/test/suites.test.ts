import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { conformanceFolder, describeConformance, recordSuite, SUITES } from '@quorate/conformance';
import { describe, expect, test, vi } from 'vitest';
import { tableOf } from '../src/page.ts';
import { readRecords, type SuiteRecord } from '../src/record.ts';
import { differencesText, tableMarkdown, tableText } from '../src/table.ts';
import { pinnedTotals } from '../src/totals.ts';

describeConformance('the list of suites', () => {
  test('every folder is in the list, and every suite of the list has its folder', () => {
    const folders = readdirSync(conformanceFolder() as string, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(SUITES.map(({ folder }) => folder).sort()).toEqual(folders.sort());
  });
});

describe('the list of suites', () => {
  test('the test files of a suite are there', () => {
    for (const { tests } of SUITES)
      for (const file of tests) expect([file, existsSync(join(repositoryRoot, file))]).toEqual([file, true]);
  });
  test('every suite has totals that are written down, and only they have', () => {
    expect(Object.keys(pinnedTotals())).toEqual(SUITES.map(({ folder }) => folder));
  });
  test('in a group where all must agree no divergence is written down', () => {
    for (const { folder, must } of SUITES) {
      for (const [group, { cases, agreed }] of Object.entries(pinnedTotals()[folder] ?? {})) {
        if (must === 'all' || must.includes(group)) expect([folder, group, agreed]).toEqual([folder, group, cases]);
      }
    }
  });
});

/** The totals that are written down, as a run would leave them. */
const pinnedRecords = (): SuiteRecord[] =>
  Object.entries(pinnedTotals()).map(([suite, groups]) => {
    return { suite, part: '', groups, differences: [], notRun: [], problems: [], milliseconds: 0 };
  });

/** The first cells of every line of a table, without the cases that are not run, which totals do not have. */
const numbers = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', cases, agree, diverge, accept, reject, notRun]) => [
      name,
      `${Number(cases) - Number(notRun)}`,
      ...[agree, diverge, accept, reject].map((cell) => cell ?? ''),
    ])
    .filter(([, cases]) => cases !== '0');

describe('the page about the suites', () => {
  const page = readFileSync(join(repositoryRoot, 'docs/conformance.md'), 'utf8');

  test('has the totals that every run is held against', () => {
    expect(numbers(tableOf(page))).toEqual(numbers(tableMarkdown(pinnedRecords())));
    expect(numbers(tableOf(page)).length).toBeGreaterThan(SUITES.length);
  });
  test('has a link in the README', () => {
    expect(readFileSync(join(repositoryRoot, 'README.md'), 'utf8')).toContain('(docs/conformance.md)');
  });
});

describe('a record', () => {
  const good = { id: 'a', suite: 'valid', ours: 'valid' };

  test('has what is wrong with the totals, and is shown in the table', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quorate-'));
    vi.stubEnv('QUORATE_CONFORMANCE_RESULTS', folder);
    vi.stubEnv('QUORATE_CONFORMANCE_UPDATE', '');
    const run = { suite: 'boringssl-signed-data', divergences: [], milliseconds: 7 };
    const notRun = [{ what: 'some', cases: 2, reason: 'it is of no use here' }];
    const judged = recordSuite({ ...run, outcomes: [good, { ...good, id: 'b', ours: 'invalid' }], notRun });
    const records = readRecords(folder);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    expect(judged.problems).toEqual([
      'b: the suite says valid, we say invalid, and no reason is listed',
      expect.stringMatching(/^totals of ``: written down as \{"cases":17,.*found \{"cases":2,/),
    ]);
    expect(records).toEqual([expect.objectContaining({ suite: 'boringssl-signed-data', problems: judged.problems })]);
    const line = 'BoringSSL signed data (must all agree)';
    expect(tableText(records).split('\n')[1]?.replaceAll(/ +/g, ' ')).toBe(`${line} 4 1 0 0 1 2 7 ms`);
    expect(tableMarkdown(records)).toContain(`| ${line} | 4 | 1 | 0 | 0 | 1 | 2 |\n`);
    expect(differencesText(records)).toBe(
      [
        '',
        'BoringSSL signed data',
        '  b: theirs valid, ours invalid',
        '    NO REASON IS LISTED',
        '  some: 2 not run',
        '    it is of no use here',
        '',
      ].join('\n'),
    );
  });
  test('is of a suite in the list', () => {
    const run = { suite: 'another', outcomes: [good], divergences: [], milliseconds: 0 };
    expect(() => recordSuite(run)).toThrow('no conformance suite `another`');
  });
});
