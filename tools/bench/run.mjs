/**
 * Runs the benchmarks: `pnpm bench`, or `pnpm bench der` for those whose file name contains `der`.
 *
 * Each `*.bench.ts` is bundled by itself, with all packages left outside, so what is measured is the built code of the
 * packages as their users get it. `tsc` is found on the path that pnpm sets.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const wanted = process.argv[2] ?? '';

const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const rooms = Object.keys(dependencies)
  .filter((name) => name.startsWith('@quorate/'))
  .map((name) => `packages/${name.slice('@quorate/'.length)}`)
  .filter((room) => existsSync(join(root, room)));
const compiled = spawnSync('tsc', ['-b', ...rooms], { cwd: root, stdio: 'inherit' });
if (compiled.status !== 0) {
  process.stderr.write(`bench: the packages do not compile${compiled.error ? `: ${compiled.error.message}` : ''}\n`);
  process.exit(compiled.status ?? 1);
}

const files = readdirSync(here).filter((name) => name.endsWith('.bench.ts') && name.includes(wanted));
if (files.length === 0) {
  process.stderr.write(`bench: no benchmark is named like \`${wanted}\`\n`);
  process.exit(2);
}

const built = join(here, 'node_modules/.cache/bench');
await build({
  entryPoints: [...files.map((name) => join(here, name)), join(here, 'src/run.ts')],
  outdir: built,
  outbase: here,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  // A tool, which is never built.
  alias: { '@quorate/certificates': join(here, '../certificates/src/index.ts') },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});

const { runBenchmark } = await import(pathToFileURL(join(built, 'src/run.mjs')).href);
for (const name of files) {
  const module = await import(pathToFileURL(join(built, `${basename(name, '.ts')}.mjs`)).href);
  for (const benchmark of [module.default].flat()) await runBenchmark(benchmark);
}
