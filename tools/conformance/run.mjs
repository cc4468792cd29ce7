/**
 * Runs other people's suites, whole, and prints one table: `pnpm conformance`. Options: `--divergences` prints beside it
 * every case that differs with the reason; `--update` writes the totals and the table of docs/conformance.md anew. Exits
 * with 1 if a suite is missing, a case differs without a reason, or a total is not the one that is written down.
 *
 * The suites are read from QUORATE_CONFORMANCE, else from `../shared/conformance` beside the repository.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FLAGS = { '--divergences': 'QUORATE_CONFORMANCE_DIVERGENCES', '--update': 'QUORATE_CONFORMANCE_UPDATE' };

const asked = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = asked.find((argument) => !(argument in FLAGS));
if (unknown !== undefined) {
  process.stderr.write(`conformance: no option \`${unknown}\`; there are ${Object.keys(FLAGS).join(' and ')}\n`);
  process.exit(2);
}

const results = mkdtempSync(join(tmpdir(), 'quorate-conformance-'));
const run = spawnSync('vitest', ['run', '--config', 'vitest.conformance.ts'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: {
    ...process.env,
    // What is missing is a failure here, not something to leave out.
    CI: 'true',
    QUORATE_RESULTS: join(results, 'vitest'),
    QUORATE_CONFORMANCE_RESULTS: join(results, 'suites'),
    ...Object.fromEntries(asked.map((argument) => [FLAGS[argument], '1'])),
  },
  stdio: 'inherit',
});
rmSync(results, { recursive: true, force: true });
if (run.error !== undefined) process.stderr.write(`conformance: vitest did not run: ${run.error.message}\n`);
process.exit(run.status ?? 1);
