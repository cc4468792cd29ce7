import { type PathReport, type PathRequest, verifyPath } from '@quorate/verify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathLengths } from './support/oracle.ts';
import { derOf, type Random, randomOf, requestOf, smallCase, smallCertificate } from './support/small-cases.ts';

/** 6,000 in the test command; more by QUORATE_PATH_RUNS. */
const RUNS = Number(process.env['QUORATE_PATH_RUNS'] ?? 6000);
const SEED = fc.readConfigureGlobal().seed ?? 1;

const shuffled = <T>(random: Random, list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, at: random(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const json = (request: PathRequest): PathReport => JSON.parse(JSON.stringify(verifyPath(request))) as PathReport;

/** Every law, on the same cases; `seed` alone makes the same case again. */
function judged(seed: number): { readonly lengths: readonly number[]; readonly report: PathReport } {
  const asked = smallCase(randomOf(seed));
  return { lengths: pathLengths(asked), report: verifyPath(requestOf(asked)) };
}

describe(`small pools of certificates, seed ${SEED}`, () => {
  test('a path is found where some sequence of the certificates is one, and only there', () => {
    const found = new Map<number, number>();
    let none = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const seed = (SEED + run) >>> 0;
      const { lengths, report } = judged(seed);
      const expected = lengths.length > 0 ? 'pass' : 'fail';
      if (report.verdict !== expected) expect({ seed, verdict: report.verdict }).toEqual({ seed, verdict: expected });
      if (lengths.length === 0) none += 1;
      else found.set(Math.min(...lengths), (found.get(Math.min(...lengths)) ?? 0) + 1);
    }
    process.stderr.write(`paths by their shortest length: ${JSON.stringify([...found].sort())}, none: ${none}\n`);
    expect(none).toBeGreaterThan(RUNS / 10);
    expect([...found.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(RUNS / 10);
    for (const length of [1, 2, 3, 4]) expect(found.get(length) ?? 0).toBeGreaterThan(RUNS / 1000);
  });

  test('the whole answer does not depend on the order of what is given, nor on giving it twice', () => {
    for (let run = 0; run < RUNS / 6; run += 1) {
      const random = randomOf(SEED + run);
      const request = requestOf(smallCase(random));
      const { intermediates = [], anchors } = request;
      const first = json(request);
      const other = { ...request, intermediates: shuffled(random, intermediates), anchors: shuffled(random, anchors) };
      expect(json(other)).toEqual(first);
      const twice = {
        ...other,
        intermediates: [...other.intermediates, ...intermediates],
        anchors: [...other.anchors, ...anchors],
      };
      expect(json(twice)).toEqual(first);
    }
  });

  test('one certificate more never takes a path away, one anchor less never makes one', () => {
    let passes = 0;
    for (let run = 0; run < RUNS / 3; run += 1) {
      const random = randomOf(SEED + run);
      const request = requestOf(smallCase(random));
      const { intermediates = [], anchors } = request;
      if (verifyPath(request).verdict === 'pass') {
        passes += 1;
        const more = derOf(smallCertificate(random, 77, ['A', 'B', 'C', 'D', 'E'], false));
        const report = verifyPath({ ...request, intermediates: shuffled(random, [...intermediates, more]) });
        expect({ seed: SEED + run, verdict: report.verdict }).toEqual({ seed: SEED + run, verdict: 'pass' });
      } else {
        const report = verifyPath({ ...request, anchors: anchors.slice(1) });
        expect({ seed: SEED + run, verdict: report.verdict }).toEqual({ seed: SEED + run, verdict: 'fail' });
      }
    }
    expect(passes).toBeGreaterThan(RUNS / 60);
  });
});
