import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPolicyText, PolicyTextError, parsePolicyText, renderPolicyText } from '../../src/text/index.ts';
import { nasty, usual } from '../draw/samples.ts';
import { HEAD, refusal, withUse } from './refusal.ts';

const RUNS = 5000;

/** What reading gives, or null when it was refused in the one way it may be; anything else fails the test. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PolicyTextError)) throw error;
    expect(error.message.length).toBeLessThan(1000);
    expect(error.line).toBeGreaterThan(0);
    expect(error.column).toBeGreaterThan(0);
    return null;
  }
}

const pieces = [
  ...[
    'use',
    'block:',
    'any',
    '2',
    'of',
    'nobody',
    'everybody',
    '(rule null)',
    '(groups null)',
    '(never)',
    'and',
    'or',
    ',',
  ],
  ...[
    'within',
    'after',
    '10m',
    '10',
    'token',
    'group',
    '"',
    '\\',
    '\\u{202e}',
    '# ',
    '\n',
    '\n  ',
    '\t',
    '\r',
    ' ',
    '=',
    'key',
  ],
  ...['officer-1', '"officer-1"', 'unnamed', 'named', 'from', ':', '\u202e', '\ud800', 'Ž', '99999999999999999999d'],
];

const edits = fc.array(
  fc.record({ kind: fc.nat(2), at: fc.nat(0xffff), length: fc.nat(8), piece: fc.constantFrom(...pieces) }),
  { minLength: 1, maxLength: 4 },
);

/** Edits most often behind the keys, where the grammar is. */
function edited(text: string, list: typeof edits extends fc.Arbitrary<infer T> ? T : never): string {
  let out = text;
  for (const { kind, at, length, piece } of list) {
    const from = at % 7 === 0 ? 0 : Math.max(0, out.indexOf('\n\n'));
    const i = from + (at % (out.length - from + 1));
    if (kind === 0) out = out.slice(0, i) + piece + out.slice(i);
    else if (kind === 1) out = out.slice(0, i) + out.slice(i + length + 1);
    else out = `${out.slice(0, i)} ${piece} ${out.slice(i + length)}`;
  }
  return out;
}

describe('a text, spoilt', () => {
  it.each([usual, nasty])(
    'is refused by a PolicyTextError, or is a policy whose text reads the same (%#)',
    (sample) => {
      const text = renderPolicyText(sample);
      let [taken, refused] = [0, 0];
      fc.assert(
        fc.property(edits, (list) => {
          const spoilt = edited(text, list);
          const formatted = attempt(() => formatPolicyText(spoilt));
          if (formatted !== null) expect(formatPolicyText(formatted)).toBe(formatted);
          const policy = attempt(() => parsePolicyText(spoilt));
          if (policy === null) {
            refused++;
            return;
          }
          taken++;
          expect(parsePolicyText(formatted ?? '')).toEqual(policy);
          expect(parsePolicyText(renderPolicyText(policy))).toEqual(policy);
        }),
        { numRuns: RUNS / 5 },
      );
      expect(taken).toBeGreaterThan(10);
      expect(refused).toBeGreaterThan(100);
    },
  );

  it('is refused when it is noise, or words of the language in any order', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const formatted = attempt(() => formatPolicyText(text));
        if (formatted !== null) expect(formatPolicyText(formatted)).toBe(formatted);
        expect(attempt(() => parsePolicyText(text))).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the bounds', () => {
  it('hold for characters, words, names and the weight of the policy, at once and without hanging', () => {
    const cases: readonly string[] = [
      ' '.repeat(16 * 1024 * 1024 + 1),
      '('.repeat(500_001),
      '#\n'.repeat(500_001),
      `key "${'x'.repeat(65_536)}" = AAAA`,
      withUse(`any 1 of ${'officer-1, '.repeat(2000)}officer-2`),
      withUse(`any 1 of officer-1, officer-2${' or everybody'.repeat(5000)}`),
      withUse(`any 1 of officer-1, officer-2${' and any 0 of nobody'.repeat(5000)}`),
      Array.from({ length: 3000 }, (_, i) => `onboarded a${i}\n`).join(''),
      `key a = ${'A'.repeat(2 * 1024 * 1024)}`,
    ];
    for (const text of cases) expect(refusal(text).code).toBe('limit-exceeded');
  });

  it('a megabyte of anything on one line ends in an error with a short message', () => {
    const million = 1_000_000;
    for (const text of [
      'a'.repeat(million),
      '"'.repeat(million),
      '\\'.repeat(million),
      `${HEAD}use: ${'x'.repeat(million)}`,
      'ž'.repeat(million),
    ]) {
      const error = refusal(text);
      expect(error.message.length).toBeLessThan(500);
    }
  });
});
