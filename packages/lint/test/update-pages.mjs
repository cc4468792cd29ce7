/**
 * Makes the pages of `docs/rules` again, after a change of a rule, a specimen or the comparison with zlint. The work is done
 * by tests, because that is where TypeScript runs without a build.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const tests = ['packages/lint/test/pages.test.ts', 'packages/lint/test/conformance/zlint.test.ts'];
const run = spawnSync(process.execPath, [vitest, 'run', ...tests], {
  cwd: root,
  env: { ...process.env, QUORATE_UPDATE_RULE_PAGES: '1' },
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
