import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { describe, expect, test } from 'vitest';
import { bundleSize, kilobytes, ours, peers } from '../src/bundle-size.ts';

/** What a browser may have to load for `@quorate/verify`, gzipped: 60 kilobytes of 1,000 octets. */
const LIMIT = 60_000;
/** How far the table may be behind what is measured. */
const DRIFT = 1000;

const bench = join(repositoryRoot, 'tools/bench');
const page = readFileSync(join(repositoryRoot, 'docs/bundle-size.md'), 'utf8');

/** The two figures of a row of the table, in kilobytes: minified, gzipped. */
function rowOf(name: string): [number, number] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} `));
  if (row === undefined) throw new Error(`docs/bundle-size.md has no row for ${name}`);
  const [minified, gzipped] = row.split('|').slice(2, 4).map(Number);
  if (minified === undefined || gzipped === undefined) throw new Error(`the row of ${name} has no figures`);
  return [minified, gzipped];
}

describe('the bundle for browsers', () => {
  test(`of verify has at most ${LIMIT} octets, gzipped`, async () => {
    const { gzipped } = await bundleSize("export * from '@quorate/verify'", bench);
    expect(gzipped).toBeLessThanOrEqual(LIMIT);
    // It is the whole of it: the arithmetic of signatures is within.
    expect(gzipped).toBeGreaterThan(LIMIT / 2);
  });
  test('of verify does not carry what signs, and no pairing', async () => {
    const { minified } = await bundleSize("export * from '@quorate/verify'", bench);
    const withSigner = await bundleSize(
      "export * from '@quorate/verify'; export * from '@quorate/crypto/software'",
      bench,
    );
    expect(withSigner.minified - minified).toBeGreaterThan(10_000);
  });
  test('can be measured to be too large', async () => {
    const all = await bundleSize("export * from '@quorate/verify'; export * from 'pkijs'", bench);
    expect(all.gzipped).toBeGreaterThan(LIMIT);
  });
  test('cannot be made of what a browser does not have', async () => {
    await expect(bundleSize("export { readFileSync } from 'node:fs'", bench)).rejects.toThrow('node:fs');
  });
});

describe('the table of bundle sizes', () => {
  test.each(ours)('has $name, up to date', async ({ name, code }) => {
    const { minified, gzipped } = await bundleSize(code, bench);
    const [statedMinified, statedGzipped] = rowOf(name);
    expect(Math.abs(statedGzipped * 1000 - gzipped)).toBeLessThanOrEqual(DRIFT);
    expect(Math.abs(statedMinified * 1000 - minified)).toBeLessThanOrEqual(4 * DRIFT);
  });
  test.each(peers)('has $name as it is', async ({ name, code }) => {
    const { minified, gzipped } = await bundleSize(code, bench);
    expect(rowOf(name).map((figure) => figure.toFixed(1))).toEqual([kilobytes(minified), kilobytes(gzipped)]);
  });
});
