import { type JsonValue, parseJson } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/manifest/index.ts';

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text) && text !== '__proto__'),
      tie('value'),
    ),
  ),
})).value;

/** Members in another order, all the way down. */
function shuffled(it: JsonValue): JsonValue {
  if (Array.isArray(it)) return it.map(shuffled);
  if (typeof it !== 'object' || it === null) return it;
  return Object.fromEntries(
    Object.entries(it)
      .reverse()
      .map(([name, member]) => [name, shuffled(member as JsonValue)]),
  );
}

describe('canonical JSON', () => {
  it('reads back as the same value, and to the same text', () => {
    fc.assert(
      fc.property(value, (it) => {
        const text = canonicalJson(it);
        expect(JSON.parse(text)).toEqual(it);
        expect(canonicalJson(parseJson(text))).toBe(text);
      }),
    );
  });
  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(value, (it) => {
        expect(canonicalJson(shuffled(it))).toBe(canonicalJson(it));
      }),
    );
  });
  it('sorts by UTF-16 code units and escapes as RFC 8785, 3.2 shows', () => {
    const sample = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\u{fb33}': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    const order = Object.values(JSON.parse(canonicalJson(sample)) as object);
    // JSON.parse puts the member `1` first, where it is not: so by position in the text.
    const text = canonicalJson(sample);
    expect(order).toHaveLength(7);
    const places = ['\\r', '"1"', '\u0080', 'ö', '€', '\u{1f600}', '\u{fb33}'].map((name) => text.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonicalJson({ b: [null, true, -0, 9007199254740991], a: '' })).toBe(
      '{"a":"","b":[null,true,0,9007199254740991]}',
    );
  });
  it('has no other numbers, no halves of characters, and nothing that is no JSON', () => {
    for (const it of [0.5, Number.NaN, 2 ** 53, 1e21, '\ud800', { '\udc00': 1 }, undefined, () => 1, 1n]) {
      expect(() => canonicalJson(it as JsonValue)).toThrow(TypeError);
    }
  });
});
