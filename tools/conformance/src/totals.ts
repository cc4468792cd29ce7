import { readFileSync, writeFileSync } from 'node:fs';
import type { Tally } from './judge.ts';

const FILE = new URL('../totals.json', import.meta.url);

/** By the folder of the suite and the group; `''` where a suite has no groups. */
export type Totals = Readonly<Record<string, Readonly<Record<string, Tally>>>>;

/** The totals that every run is held against. `pnpm conformance --update` writes them anew. */
export function pinnedTotals(): Totals {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Totals;
}

/** One group a line, so that a change shows which. */
export function writeTotals(totals: Totals): void {
  const suites = Object.entries(totals).map(([suite, groups]) => {
    const lines = Object.entries(groups).map(([group, tally]) => {
      const fields = Object.entries(tally).map(([key, value]) => `"${key}": ${value}`);
      return `    ${JSON.stringify(group)}: { ${fields.join(', ')} }`;
    });
    return `  ${JSON.stringify(suite)}: {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(FILE, `{\n${suites.join(',\n')}\n}\n`);
}
