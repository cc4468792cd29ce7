/**
 * The test command: compiles, lints, checks the types of tests and tools, runs the tests; says last what was not run and
 * the totals. Exits with 0 only if every step succeeded and no test failed. Start it through pnpm.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { turbo } from './turbo.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = resolve(root, process.env.QUORATE_RESULTS ?? '.test-results/test');

/** The notes that tests left about what they could not run. */
function readNotes() {
  const folder = join(results, 'not-run');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => (a.what < b.what ? -1 : 1));
}

/** The totals that the reporter left, or `null` if the tests did not come to their end. */
function readTotals() {
  const file = join(results, 'totals.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

for (const name of ['totals.json', 'not-run']) rmSync(join(results, name), { recursive: true, force: true });
const env = { QUORATE_RESULTS: results };
if (!process.stdout.isTTY) env.NO_COLOR = '1';
const run = turbo(['run', 'compile', 'lint', 'types', 'unit', '--continue=always', '--concurrency=2'], env, 'inherit');

const totals = readTotals() ?? { passed: 0, failed: 1, skipped: 0 };
const failed = run.status !== 0 || totals.failed > 0 || totals.passed === 0;

const lines = [''];
const notes = readNotes();
if (notes.length > 0) {
  lines.push(`NOT RUN on this machine (${notes.length}):`);
  for (const { what, why } of notes) lines.push(`  ${what}`, `    ${why}`);
  lines.push('');
}
if (readTotals() === null) lines.push('The tests did not come to their end: no totals were written.');
if (failed) lines.push('The test command FAILED. The steps that failed are named above.');
lines.push(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = failed ? run.status || 1 : 0;
