import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import type { Reporter, TestModule } from 'vitest/node';
import { conformanceFolder, conformancePlace } from './folder.ts';
import { pageWith } from './page.ts';
import { readRecords, type SuiteRecord } from './record.ts';
import { SUITES } from './suites.ts';
import { differencesText, tableMarkdown, tableText } from './table.ts';
import { writeTotals } from './totals.ts';

/** Prints the table of all suites at the end of a run, and what is wrong. `pnpm conformance` sets what it reads. */
export default class TableReporter implements Reporter {
  readonly #results: string = process.env['QUORATE_CONFORMANCE_RESULTS'] ?? '';

  onInit(): void {
    if (this.#results === '')
      throw new TypeError('QUORATE_CONFORMANCE_RESULTS must name a folder; `pnpm conformance` does');
    rmSync(this.#results, { recursive: true, force: true });
    mkdirSync(this.#results, { recursive: true });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const records = readRecords(this.#results);
    process.stdout.write(tableText(records));
    if (process.env['QUORATE_CONFORMANCE_DIVERGENCES'] === '1') process.stdout.write(differencesText(records));
    const place = conformanceFolder();
    const wrong =
      place === null
        ? [`no suite was run: there is no folder \`${conformancePlace()}\`; name one with QUORATE_CONFORMANCE`]
        : [
            ...missing(place, records),
            ...records.flatMap(problemsOf),
            ...modules.flatMap(failures),
            ...unhandled.map(({ message }) => message),
          ];
    if (wrong.length > 0) {
      process.stdout.write(`\nWRONG (${wrong.length}):\n${wrong.map((line) => `  ${line}\n`).join('')}`);
      process.exitCode = 1;
    } else if (process.env['QUORATE_CONFORMANCE_UPDATE'] === '1') {
      writePins(records);
      process.stdout.write(
        '\nThe totals and the table in docs/conformance.md were written anew; `pnpm format` lays them out.\n',
      );
    }
  }
}

const problemsOf = ({ suite, problems }: SuiteRecord): string[] => problems.map((problem) => `${suite}: ${problem}`);

/** Folders that nobody reads, and suites that left no record. */
function missing(folder: string, records: readonly SuiteRecord[]): string[] {
  const there = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const listed = SUITES.map((suite) => suite.folder);
  return [
    ...there.filter((name) => !listed.includes(name)).map((name) => `the folder \`${name}\` is read by no test`),
    ...listed.filter((name) => !records.some(({ suite }) => suite === name)).map((name) => `${name} was not run`),
  ];
}

function failures(module: TestModule): string[] {
  const tests = [...module.children.allTests('failed')].map((test) => {
    const [first] = test.result().errors ?? [];
    return `${module.relativeModuleId}: ${test.fullName}: ${first?.message.split('\n')[0] ?? ''}`;
  });
  return [...tests, ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`)];
}

function writePins(records: readonly SuiteRecord[]): void {
  const totals: Record<string, Record<string, SuiteRecord['groups'][string]>> = {};
  for (const { folder } of SUITES) {
    const groups = records.filter(({ suite }) => suite === folder).flatMap((record) => Object.entries(record.groups));
    totals[folder] = Object.fromEntries(groups.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  writeTotals(totals);
  const page = join(repositoryRoot, 'docs/conformance.md');
  writeFileSync(page, pageWith(readFileSync(page, 'utf8'), tableMarkdown(records)));
}
