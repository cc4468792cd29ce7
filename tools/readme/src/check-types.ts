import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import type { Block } from './blocks.ts';

/** An example and where it stands: the package's folder from the root. */
export interface PlacedBlock {
  readonly folder: string;
  readonly block: Block;
}

/** Writes an example where it finds the package's dependencies. `export {}` makes a module of one without imports. */
function writeModule({ folder, block }: PlacedBlock): string {
  const place = join(repositoryRoot, folder, 'node_modules/.cache/readme');
  mkdirSync(place, { recursive: true });
  const file = join(place, `line-${block.line}.mts`);
  writeFileSync(file, `${block.text}export {};\n`);
  return file;
}

/**
 * Checks the types of all examples at once, by the rules of the tests. Examples enter the packages of the workspace by
 * their main entry points only.
 *
 * @returns what the compiler says; empty when the types are right
 */
export function typeErrors(blocks: readonly PlacedBlock[]): string {
  if (blocks.length === 0) return '';
  const place = join(repositoryRoot, 'tools/readme/node_modules/.cache');
  mkdirSync(place, { recursive: true });
  const config = {
    extends: join(repositoryRoot, 'tsconfig.test.json'),
    compilerOptions: { paths: { '@quorate/*': [join(repositoryRoot, 'packages/*/src/index.ts')] } },
    include: [],
    files: blocks.map(writeModule),
  };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', place, '--pretty', 'false'], { encoding: 'utf8' });
  return run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
}
