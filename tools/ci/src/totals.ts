/** How many tests ended how. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One module as vitest reports it, as far as counting needs it. */
export interface CountedModule {
  /** The states of its tests. */
  readonly states: readonly ('passed' | 'failed' | 'skipped' | 'pending')[];
  /** Errors outside its tests: a failed import, a failed hook. */
  readonly errors: number;
}

/**
 * Adds up a run. A test that never ran to its end (`pending`) is a failed one; so is each module that has errors outside
 * its tests, and each error that belongs to no module.
 */
export function countTotals(modules: readonly CountedModule[], unhandledErrors: number): Totals {
  let passed = 0;
  let skipped = 0;
  let failed = unhandledErrors;
  for (const module of modules) {
    if (module.errors > 0) failed += 1;
    for (const state of module.states) {
      if (state === 'passed') passed += 1;
      else if (state === 'skipped') skipped += 1;
      else failed += 1;
    }
  }
  return { passed, failed, skipped };
}
