import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Block } from './blocks.ts';

/** How an example ended. */
export interface BlockRun {
  readonly status: number;
  readonly output: string;
}

const TIME_LIMIT_MILLISECONDS = 30_000;

/**
 * Runs an example as if it were a module of the package: bundled with the packages' sources, in a Node of its own.
 *
 * @param folder the package's folder, absolute
 * @returns `status` 0 when it ran to its end; `output` holds what it printed, errors too
 */
export async function runBlock(block: Block, folder: string): Promise<BlockRun> {
  const place = join(folder, 'node_modules/.cache/readme');
  mkdirSync(place, { recursive: true });
  const outfile = join(place, `line-${block.line}.mjs`);
  try {
    await build({
      stdin: { contents: block.text, resolveDir: folder, sourcefile: `README.md line ${block.line}`, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['@quorate/source'],
      logLevel: 'silent',
    });
  } catch (error) {
    return { status: 1, output: String(error) };
  }
  const run = spawnSync(process.execPath, [outfile], {
    cwd: folder,
    encoding: 'utf8',
    timeout: TIME_LIMIT_MILLISECONDS,
  });
  return { status: run.status ?? 1, output: `${run.stdout}${run.stderr}` };
}
