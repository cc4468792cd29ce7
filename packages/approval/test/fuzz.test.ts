import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApprovalError, decodeToken, encodeToken } from '../src/index.ts';
import { mutate, numbers } from './support/mutate.ts';
import { element, level, littleEndian, split, utf8 } from './support/tlv.ts';
import { modify, sign } from './support/trace.ts';

const GUESSED = { certificateElement: 'guessed' } as const;

const withoutTimestamp = level(
  element(0x3b, littleEndian(1, 4)),
  element(0x1002, utf8('key')),
  element(0x1057, utf8('payload')),
);
const blocking = level(element(0x3b, littleEndian(2, 4)), element(0x1002, utf8('a')));

/** Reads many mutants; whatever is read must be written again bit for bit, and all else end in an ApprovalError. */
function tryMutants(seed: number, originals: readonly Uint8Array[], count: number): { read: number; refused: number } {
  const next = numbers(seed);
  const counts = { read: 0, refused: 0 };
  for (let i = 0; i < count; i++) {
    const bytes = mutate(originals[i % originals.length] as Uint8Array, next);
    try {
      const again = encodeToken(decodeToken(bytes, GUESSED), GUESSED);
      if (Buffer.compare(again, bytes) !== 0)
        throw new Error(`written otherwise: ${Buffer.from(bytes).toString('hex')}`);
      counts.read++;
    } catch (error) {
      if (!(error instanceof ApprovalError)) throw error;
      counts.refused++;
    }
  }
  return counts;
}

/** Runs `tryMutants` with a hundred seeds from fast-check, whose own seed the test command prints. */
function totals(originals: readonly Uint8Array[], count: number): { read: number; refused: number } {
  const sum = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { read, refused } = tryMutants(seed, originals, count);
      sum.read += read;
      sum.refused += refused;
    }),
    { numRuns: 100 },
  );
  return sum;
}

test('of 90,000 mutants of small tokens each is written again as it was read, or refused with an ApprovalError', () => {
  const { read, refused } = totals([sign.token, withoutTimestamp, blocking], 900);
  expect(read + refused).toBe(90_000);
  expect(read).toBeGreaterThan(3000);
  expect(refused).toBeGreaterThan(30_000);
});

test('so is each of 10,000 mutants of a token that carries a policy', () => {
  const { read, refused } = totals([modify.token], 100);
  expect(read + refused).toBe(10_000);
  expect(refused).toBeGreaterThan(5000);
});

test('and each of 10,000 mutants of the policy in a token without a timestamp', () => {
  const policy = split(modify.token)[4] as Uint8Array;
  const bare = level(element(0x3b, littleEndian(4, 4)), element(0x1002, utf8('k')), policy);
  expect(decodeToken(bare).policy).toEqual(decodeToken(modify.token).policy);
  const { read, refused } = totals([bare], 100);
  expect(read + refused).toBe(10_000);
  expect(read).toBeGreaterThan(100);
});
