import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { build } from 'esbuild';

/**
 * Bundles a module of this workspace, from source, for a browser: one script that puts the module's exports into the global
 * `slice`.
 *
 * @param path from the root of the repository
 * @throws Error if anything it needs is not there in a browser, such as a builtin of Node
 */
export async function bundleForBrowser(path: string): Promise<string> {
  const result = await build({
    entryPoints: [join(repositoryRoot, path)],
    absWorkingDir: repositoryRoot,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'slice',
    target: 'es2022',
    conditions: ['@quorate/source'],
    logLevel: 'silent',
  });
  const outside = Object.values(result.metafile.outputs).flatMap((output) =>
    output.imports.filter((one) => one.external),
  );
  if (outside.length > 0) throw new Error(`left outside the bundle: ${outside.map((one) => one.path).join(', ')}`);
  const [script] = result.outputFiles;
  if (script === undefined) throw new Error(`\`${path}\` gave no bundle`);
  return script.text;
}
