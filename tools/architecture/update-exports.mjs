/**
 * Pins what the packages export now, after a change that somebody decided on: writes `exports/*.json` beside this file.
 * The work is done by a test, because that is where TypeScript runs without a build.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('./node_modules/vitest/vitest.mjs', import.meta.url));
const run = spawnSync(process.execPath, [vitest, 'run', 'tools/architecture/test/house.test.ts', '-t', 'exports'], {
  cwd: root,
  env: { ...process.env, QUORATE_UPDATE_EXPORTS: '1' },
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
