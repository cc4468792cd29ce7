/** Prints the rows of the table in `docs/bundle-size.md`: `node tools/bench/print-sizes.mjs`. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, 'node_modules/.cache/bench/bundle-size.mjs');
await build({
  entryPoints: [join(here, 'src/bundle-size.ts')],
  outfile: built,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});
const { bundleSize, kilobytes, ours, peers } = await import(pathToFileURL(built).href);
for (const { name, code } of [...ours, ...peers]) {
  const { minified, gzipped } = await bundleSize(code, here);
  process.stdout.write(`| ${name} | ${kilobytes(minified)} | ${kilobytes(gzipped)} |\n`);
}
