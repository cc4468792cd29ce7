import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { resultsFolder } from './places.ts';
import { type CountedModule, countTotals } from './totals.ts';

function counted(module: TestModule): CountedModule {
  return {
    states: [...module.children.allTests()].map((test) => test.result().state),
    errors:
      module.errors().length + [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length,
  };
}

/** Writes the totals of a run to `totals.json` in the results folder. Prints nothing. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const totals = countTotals(modules.map(counted), unhandledErrors.length);
    mkdirSync(resultsFolder(), { recursive: true });
    writeFileSync(join(resultsFolder(), 'totals.json'), `${JSON.stringify(totals)}\n`);
  }
}
