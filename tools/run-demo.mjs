/**
 * The demo: compiles the workspace, then runs `quorate demo` with the arguments given here. Standard output is the demo's
 * own; what compiling has to say goes to standard error, and only if it failed. Start it through pnpm.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { turbo } from './turbo.mjs';

const compiled = turbo(['run', 'compile', '--output-logs=errors-only'], {}, 'pipe');
if (compiled.status !== 0) {
  process.stderr.write(`${compiled.output}\nThe demo was not run: the workspace does not compile.\n`);
  process.exit(compiled.status);
}

const cli = fileURLToPath(new URL('../apps/cli/bin/quorate.js', import.meta.url));
const demo = spawnSync(process.execPath, [cli, 'demo', ...process.argv.slice(2)], { stdio: 'inherit' });
if (demo.error !== undefined) process.stderr.write(`The demo did not run: ${demo.error.message}\n`);
process.exit(demo.status ?? 1);
