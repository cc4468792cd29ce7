import { describeConformance } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { nodePlatform } from './node-platform.ts';
import { listing, runGroups } from './suite.ts';
import { readWycheproof } from './wycheproof.ts';

/** The parts the suite is run in, so that test files share the machine's cores. Each file belongs to exactly one. */
export type Part = 'ecdsa-large' | 'ecdsa' | 'other';

export function partOf(file: string): Part {
  if (!file.startsWith('ecdsa_')) return 'other';
  return /brainpoolP512|brainpoolP384|secp521/.test(file) ? 'ecdsa-large' : 'ecdsa';
}

/** Runs every file of a part that is not listed, with this package's arithmetic and with that of `node:crypto`. */
export function describeWycheproof(part: Part): void {
  describeConformance(`Wycheproof, ${part}`, () => {
    for (const { file, cases, listed } of listing.files) {
      if (partOf(file) !== part || listed !== undefined) continue;
      const divergences = listing.divergences.filter((entry) => entry.file === file);
      test(`${file}: ${cases} cases as the suite says`, () => {
        expect(runGroups(readWycheproof(file), divergences)).toEqual({ cases, complaints: [] });
      });
      // node:crypto has no BLS.
      if (file.startsWith('bls_')) continue;
      test(`${file}: a platform gives the same answers`, () => {
        const platform = nodePlatform();
        const run = runGroups(readWycheproof(file), divergences, { platform: (request) => platform.verify(request) });
        expect(run).toEqual({ cases, complaints: [] });
        expect(platform.answered).toBeGreaterThan(0);
      });
    }
  });
}
