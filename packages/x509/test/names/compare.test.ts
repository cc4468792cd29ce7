import { encodeElement, encodeOid, encodeSequence, encodeSetOf, Tag } from '@quorate/der';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNameWithin, type Name, nameKey, parseName, sameName } from '../../src/index.ts';
import { broadNameKeys } from '../../src/names/compare.ts';
import { type Attribute, CN, cn, DC, EMAIL, name, O } from './support.ts';

const same = (a: Attribute, b: Attribute): boolean => {
  const [left, right] = [name([a]), name([b])];
  const answers = [sameName(left, right), sameName(right, left), nameKey(left) === nameKey(right)];
  expect(new Set(answers).size).toBe(1);
  return answers[0] as boolean;
};

test('letter case, runs of white space and the type of the string do not matter', () => {
  const tags = [Tag.UTF8_STRING, Tag.PRINTABLE_STRING, Tag.IA5_STRING, Tag.BMP_STRING, Tag.UNIVERSAL_STRING];
  for (const a of tags) for (const b of tags) expect(same([CN, 'A  big Bank ', a], [CN, 'a bIG bANK', b])).toBe(true);
  expect(same([EMAIL, 'ROOT@Example.com', Tag.IA5_STRING], [EMAIL, 'root@EXAMPLE.com', Tag.IA5_STRING])).toBe(true);
  expect(same([CN, 'bigbank'], [CN, 'big bank'])).toBe(false);
  expect(same([CN, 'bank'], [O, 'bank'])).toBe(false);
});

test('text is compared prepared by RFC 4518', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Stra\u00dfe', 'STRASSE'],
    ['\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3', '\u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2'],
    ['\u212bngstr\u00f6m', '\u00e5NGSTRO\u0308M'],
    ['\ufb01rm', 'FIRM'],
    ['\uff21\uff22', 'ab'],
    ['co\u00adop', 'coop'],
    ['a\u200bb', 'ab'],
    ['a\u00a0\t\u2003b', 'a b'],
    ['a\u0000b', 'ab'],
    ['\u2028 a', 'a'],
    ['   ', ''],
    ['\u0345', '\u03b9'],
  ];
  for (const [a, b] of pairs) expect([a, same([CN, a], [CN, b])]).toEqual([a, true]);
  const different: readonly (readonly [string, string])[] = [
    ['\u0131', 'i'],
    ['a\u0301', 'a'],
    ['a \u0301', 'a\u0301'],
    ['a \u0301b', 'a  \u0302b'],
    ['\u0435', 'e'],
  ];
  for (const [a, b] of different) expect([a, same([CN, a], [CN, b])]).toEqual([a, false]);
});

test('text that the preparation leaves undefined equals itself in the same string type alone', () => {
  const marks = `a${'\u0301\u0316'.repeat(16)}`;
  for (const text of ['A\ue000', 'A\ufffd', 'A\ufdd0', 'A\u{10ffff}', marks]) {
    expect([text, same([CN, text], [CN, text])]).toEqual([text, true]);
    expect([text, same([CN, text], [CN, text.toLowerCase()])]).toEqual([text, text === marks]);
    expect([text, same([CN, text], [CN, text, Tag.UNIVERSAL_STRING])]).toEqual([text, false]);
  }
  expect(same([CN, `a${'\u0301'.repeat(30)}`], [CN, `A${'\u0301'.repeat(30)}`])).toBe(true);
});

test('a domainComponent is compared without regard to ASCII case alone', () => {
  expect(same([DC, 'Example', Tag.IA5_STRING], [DC, 'eXAMPLE', Tag.IA5_STRING])).toBe(true);
  expect(same([DC, 'ex  ample', Tag.IA5_STRING], [DC, 'ex ample', Tag.IA5_STRING])).toBe(false);
  expect(same([DC, '\u00c9'], [DC, '\u00e9'])).toBe(false);
});

test('values of other types are compared with their tag, byte for byte', () => {
  const valued = (value: Uint8Array): Name =>
    parseName(encodeSequence(encodeSetOf(encodeSequence(encodeOid(CN), value))));
  const octets = valued(encodeElement(Tag.OCTET_STRING, Uint8Array.of(65)));
  expect(sameName(octets, valued(encodeElement(Tag.OCTET_STRING, Uint8Array.of(97))))).toBe(false);
  expect(sameName(octets, cn('A'))).toBe(false);
  expect(same([CN, 'a', Tag.TELETEX_STRING], [CN, 'A', Tag.TELETEX_STRING])).toBe(false);
  expect(same([CN, 'a', Tag.TELETEX_STRING], [CN, 'a'])).toBe(false);
  const broad = (tag: number): string => broadNameKeys(name([[CN, 'Big  Bank', tag]])).whole;
  expect(broad(Tag.TELETEX_STRING)).toBe(broad(Tag.PRINTABLE_STRING));
  expect(broad(Tag.VISIBLE_STRING)).toBe(broad(Tag.UTF8_STRING));
});

/** As RFC 5280, 7.1 says it, tried pair by pair; for ASCII text. */
function oracle(a: Name, b: Name, trailing: boolean): boolean {
  if (trailing ? a.rdns.length < b.rdns.length : a.rdns.length !== b.rdns.length) return false;
  const prepared = (text: string | null): string => (text ?? '').split(' ').filter(Boolean).join(' ').toLowerCase();
  return b.rdns.every((rdn, i) => {
    const left = [...(a.rdns[i] ?? [])];
    if (left.length !== rdn.length) return false;
    return rdn.every(({ type, text }) => {
      const at = left.findIndex((each) => each.type === type && prepared(each.text) === prepared(text));
      if (at !== -1) left.splice(at, 1);
      return at !== -1;
    });
  });
}

const values = fc.constantFrom('a', 'A', ' a', 'b', 'a b', 'a  B', '', ' ', '1;2.5.4.3=t1:a', '=t0:', '2;');
const attributes = fc.tuple(
  fc.constantFrom(CN, O),
  values,
  fc.constantFrom(Tag.UTF8_STRING, Tag.IA5_STRING),
) satisfies fc.Arbitrary<Attribute>;
const unique = (list: readonly Attribute[]): boolean =>
  new Set(list.map((each) => each.join('|'))).size === list.length;
const names = fc
  .array(fc.array(attributes, { minLength: 1, maxLength: 3 }).filter(unique), { maxLength: 3 })
  .map((rdns) => name(...rdns));

test('names, keys and subtrees agree with the text of the RFC, tried pair by pair', () => {
  const seen = { same: 0, within: 0, neither: 0 };
  fc.assert(
    fc.property(names, names, (a, b) => {
      const [equal, within] = [oracle(a, b, false), oracle(a, b, true)];
      seen[equal ? 'same' : within ? 'within' : 'neither'] += 1;
      expect([sameName(a, b), nameKey(a) === nameKey(b), isNameWithin(a, b)]).toEqual([equal, equal, within]);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

test('attributes of one relative name are a set, relative names are a list', () => {
  const [a, b]: readonly Attribute[] = [
    [CN, 'a'],
    [O, 'b'],
  ];
  if (a === undefined || b === undefined) throw new Error('no attributes');
  expect(
    sameName(
      name([a, b]),
      name([
        [O, 'B'],
        [CN, 'A'],
      ]),
    ),
  ).toBe(true);
  expect(sameName(name([a, b]), name([a], [b]))).toBe(false);
  expect(sameName(name([a], [b]), name([b], [a]))).toBe(false);
  expect(sameName(name([a, [CN, 'A']]), name([a, [CN, 'c']]))).toBe(false);
  expect(sameName(name([[CN, 'c'], a]), name([a, [CN, 'A']]))).toBe(false);
});
