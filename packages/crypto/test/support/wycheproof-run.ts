import { describeConformance, judgeSuite, recordSuite, timed } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { nodePlatform } from './node-platform.ts';
import { divergencesOf, listing, runGroups } from './suite.ts';
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
      const divergences = divergencesOf(file);
      test(`${file}: ${cases} cases as the suite says`, () => {
        const groups = readWycheproof(file);
        const { value: outcomes, milliseconds } = timed(() => runGroups(file, groups));
        const judged = recordSuite({ suite: 'wycheproof', part: file, outcomes, divergences, milliseconds });
        expect([judged.cases, judged.problems]).toEqual([cases, []]);
      });
      // node:crypto of Node 20 has no BLS and no ML-DSA.
      if (/^(?:bls|mldsa)_/.test(file)) continue;
      test(`${file}: a platform gives the same answers`, () => {
        const platform = nodePlatform();
        const outcomes = runGroups(file, readWycheproof(file), { platform: (request) => platform.verify(request) });
        const judged = judgeSuite(outcomes, divergences);
        expect([judged.cases, judged.problems]).toEqual([cases, []]);
        expect(platform.answered).toBeGreaterThan(0);
      });
    }
  });
}
