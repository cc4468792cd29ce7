import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { resultsFolder } from './places.ts';
import { chooseSeed } from './seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of every property test of this run. */
    seed: number;
  }
}

/** Runs once before all tests: forgets the last run's results, chooses the seed and says it. */
export default function setup(project: TestProject): void {
  for (const name of ['totals.json', 'not-run']) {
    rmSync(join(resultsFolder(), name), { recursive: true, force: true, maxRetries: 3 });
  }
  const seed = chooseSeed(process.env, randomInt(0x7fff_ffff));
  project.provide('seed', seed);
  process.stderr.write(`property tests: seed ${seed} (the same again with QUORATE_SEED=${seed})\n`);
}
