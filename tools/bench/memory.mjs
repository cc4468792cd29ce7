/**
 * How much memory is held while many certificates are judged, one after the other: `node tools/bench/memory.mjs`, or with a
 * number of certificates. Every path is another one, so nothing that is kept of one serves the next. Exits with 1 if the heap
 * grows.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, 'node_modules/.cache/bench/memory.mjs');
await build({
  entryPoints: [join(here, 'src/memory.ts')],
  outfile: built,
  bundle: true,
  conditions: ['@quorate/source'],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--expose-gc', built, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
