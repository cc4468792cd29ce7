import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareText } from '../../src/names/prepare-text.ts';

/** Code points that are in some case pair, in whatever Unicode version this engine has. */
function cased(): string[] {
  const found: string[] = [];
  for (let point = 0; point <= 0x1ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    if (/[\p{Changes_When_Lowercased}\p{Changes_When_Uppercased}]/u.test(character)) found.push(character);
  }
  return found;
}

const characters = cased();

test('what the simple case folding of Unicode makes equal is equal', () => {
  let compared = 0;
  for (const character of characters) {
    for (const other of [character.toLowerCase(), character.toUpperCase()]) {
      if (!new RegExp(`^${character}$`, 'iu').test(other)) continue;
      expect([character, prepareText(other)]).toEqual([character, prepareText(character)]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(5000);
});

test('single characters that are equal are so by simple case folding or compatibility', () => {
  const classes = new Map<string, string>();
  let joined = 0;
  for (const character of characters) {
    const prepared = prepareText(character);
    if (prepared === null || [...prepared].length !== 1 || character.normalize('NFKC') !== character) continue;
    const first = classes.get(prepared);
    if (first === undefined) classes.set(prepared, character);
    else {
      expect([first, character, new RegExp(`^${first}$`, 'iu').test(character)]).toEqual([first, character, true]);
      joined += 1;
    }
  }
  expect(joined).toBeGreaterThan(1000);
});

test('preparing twice is preparing once', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(' ', '\u0301', '\u0345', '\u00a0', 'a', '\u03a3', '\u00df', '\u1fb3', '\u00ad'),
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const once = prepareText(text);
      if (once !== null) expect(prepareText(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('text of ASCII alone is words split and joined, in small letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', ' ', 'a', 'B', '~'), maxLength: 6 }), (text) => {
      expect(prepareText(text)).toBe(text.toLowerCase().split(' ').filter(Boolean).join(' '));
    }),
    { numRuns: 500 },
  );
});

test('white space is trimmed and runs of it are one space, as words split and joined are', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', 'a', 'B', '\u00e9', '\u3000') }), (text) => {
      const words = text.toLowerCase().split(/[ \u3000]/);
      expect(prepareText(text)).toBe(words.filter(Boolean).join(' '));
    }),
  );
});
