import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the whole workspace. */
export const repositoryRoot: string = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/**
 * Where a run of the tests leaves its totals and its notes: the folder named by `QUORATE_RESULTS`, which the test
 * command sets to one of its own, so that another run beside it does not mix in.
 */
export function resultsFolder(): string {
  return resolve(repositoryRoot, process.env['QUORATE_RESULTS'] ?? '.test-results/vitest');
}
