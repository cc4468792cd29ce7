import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { excerpt, isTreacherous, joinPath, parseJson, readShape, ShapeError } from '../src/index.ts';
import { refusal } from './refusal.ts';

const positive = 'an integer from 1';
const schema = v.strictObject({
  kind: v.picklist(['a', 'b']),
  size: v.pipe(v.number(), v.safeInteger(positive), v.minValue(1, positive)),
  list: v.exactOptional(v.array(v.strictObject({ name: v.nullable(v.string()), on: v.exactOptional(v.boolean()) }))),
});
const good = { kind: 'a', size: 1, list: [{ name: 'x' }, { name: null, on: true }] };
const fault = (value: unknown, path?: string): [string, string, string] => {
  const error = refusal(ShapeError, () => readShape(schema, value, path));
  expect(error.code).toBe('shape-invalid');
  return [error.path, error.expected, error.actual];
};

describe('a shape', () => {
  it('gives the value when it fits, from a JSON text too', () => {
    expect(readShape(schema, good)).toEqual(good);
    expect(readShape(schema, parseJson(JSON.stringify(good)))).toEqual(good);
  });

  it.each<[string, unknown, string, string, string]>([
    ['another type', { ...good, size: '1' }, 'size', 'a number', '`1` (a string)'],
    ['null', { ...good, size: null }, 'size', 'a number', '`null`'],
    ['a number that does not fit', { ...good, size: 0 }, 'size', positive, '`0`'],
    ['no number at all', { ...good, size: Number.NaN }, 'size', 'a number', '`NaN`'],
    ['an endless number', { ...good, size: Number.POSITIVE_INFINITY }, 'size', positive, '`Infinity`'],
    ['a big integer', { ...good, size: 1n }, 'size', 'a number', 'a bigint'],
    ['a function', { ...good, size: () => 1 }, 'size', 'a number', 'a function'],
    ['a symbol', { ...good, size: Symbol('x') }, 'size', 'a number', 'a symbol'],
    ['a list', { ...good, size: [1] }, 'size', 'a number', 'an array'],
    ['an object', { ...good, size: {} }, 'size', 'a number', 'an object'],
    ['a choice outside', { ...good, kind: 'c' }, 'kind', '`a` or `b`', '`c` (a string)'],
    ['a missing member', { kind: 'a' }, 'size', '`size`', 'nothing'],
    ['a member of undefined', { ...good, list: undefined }, 'list', 'an array', 'nothing'],
    ['an unknown member', { ...good, Size: 2 }, 'Size', 'no such member', '`2`'],
    [
      'an unknown member of a name that objects have',
      { ...good, constructor: 'x' },
      'constructor',
      'no such member',
      '`x` (a string)',
    ],
    ['a fault deep inside', { ...good, list: [{ name: 'x' }, { name: 2 }] }, 'list[1].name', 'a string', '`2`'],
    [
      'an unknown member deep inside',
      { ...good, list: [{ name: 'x', no: {} }] },
      'list[0].no',
      'no such member',
      'an object',
    ],
    ['a whole of another type', 'text', '', 'an object', '`text` (a string)'],
    ['a null whole', null, '', 'an object', '`null`'],
  ])('names place, expectation and finding: %s', (_, value, path, expected, actual) => {
    expect(fault(value)).toEqual([path, expected, actual]);
  });

  it('an unknown prototype in a JSON text is an unknown member', () => {
    expect(fault(parseJson('{"kind":"a","size":1,"__proto__":{"size":2}}'))[0]).toBe('__proto__');
  });

  it('puts the place of the value before the place of the fault', () => {
    expect(fault({ ...good, size: 0 }, 'body.items[2]')[0]).toBe('body.items[2].size');
    expect(fault(null, 'body')[0]).toBe('body');
    expect([joinPath('', 'a'), joinPath('a', 'b'), joinPath('a', 0), joinPath('', 0)]).toEqual([
      'a',
      'a.b',
      'a[0]',
      '[0]',
    ]);
  });

  it('says so in one line, whatever the value holds', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), (value) => {
        const error = refusal(ShapeError, () => readShape(schema, value));
        expect(error.message).not.toContain('\n');
        expect(error.message.length).toBeLessThan(1000);
      }),
      { numRuns: 2000 },
    );
    expect(refusal(ShapeError, () => readShape(schema, { ...good, size: 'x'.repeat(100) })).actual).toBe(
      `\`${'x'.repeat(60)}…\` (a string)`,
    );
    expect(refusal(ShapeError, () => readShape(schema, null)).message).toBe(
      '`(the whole)`: expected an object, found `null`',
    );
  });
});

describe('an excerpt', () => {
  it('keeps letters of every script, spells out what moves the cursor, and ends', () => {
    expect(excerpt('Žofie 山田 👩‍🚒', 20)).toBe('Žofie 山田 👩‍🚒');
    expect(excerpt('a\nb\u202e\ud800', 20)).toBe('a\\u{a}b\\u{202e}\\u{d800}');
    expect(excerpt('no\u00a0break, \u3164filler\u2800', 20)).toBe('no\\u{a0}break, \\u{3164}filler\\u{2800}');
    expect(isTreacherous('株式会社\u3000山田')).toBe(false);
    for (const unseen of '\u00a0\u034f\u115f\u1160\u1680\u17b4\u2007\u202f\u205f\u2800\u3164\uffa0') {
      expect(isTreacherous(`a${unseen}b`), unseen.codePointAt(0)?.toString(16)).toBe(true);
    }
    expect(excerpt('👩'.repeat(5), 5)).toBe('👩'.repeat(5));
    expect(excerpt('👩'.repeat(6), 5)).toBe(`${'👩'.repeat(5)}…`);
    expect(excerpt('', 5)).toBe('');
  });

  it('has nothing treacherous left in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, limit) => {
        expect(isTreacherous(excerpt(text, limit))).toBe(false);
      }),
    );
    for (const it of [
      '\0',
      '\x1b',
      '\x7f',
      '\x9b',
      '\u061c',
      '\u200e',
      '\u2028',
      '\u202d',
      '\u2067',
      '\u200b',
      '\ufeff',
      '\u00ad',
      '\u{e0041}',
      '\ud800',
    ]) {
      expect(isTreacherous(`a${it}b`)).toBe(true);
      expect(isTreacherous(`a${it}b`)).toBe(true); // and again: no state is kept
    }
    expect(isTreacherous('plain äöü \u200d')).toBe(false);
  });
});
