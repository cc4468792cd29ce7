import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePunycode } from '../src/find/punycode.ts';

const points = (text: string) => [...text].map((character) => character.codePointAt(0));

test('a label that Node encodes is decoded to what it was', () => {
  const letters = fc.constantFrom(...'abz09äöüéжщ漢字かな한글αω𐐷');
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), (text) => {
      const label = domainToASCII(text);
      fc.pre(label.startsWith('xn--') && text === text.normalize('NFKC').toLowerCase());
      expect(decodePunycode(label.slice(4))).toEqual(points(text));
    }),
  );
});

test('an example of RFC 3492, 7.1 (B), and a city', () => {
  expect(decodePunycode('ihqwcrb4cv8a8dqg056pqjye')).toEqual(points('他们为什么不说中文'));
  expect(decodePunycode('mnchen-3ya')).toEqual(points('münchen'));
});

test('what is no Punycode, or longer than a label, is null', () => {
  for (const text of ['a_', 'ü', '99999999', '-', 'zzzzzzzz', 'a'.repeat(60)]) expect(decodePunycode(text)).toBeNull();
});
