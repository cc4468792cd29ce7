import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSON_MAX_CHARACTERS, JSON_MAX_DEPTH, JSON_MAX_VALUES, JsonError, parseJson } from '../src/index.ts';
import { refusal } from './refusal.ts';

/** What `JSON.parse` makes of a text, or `undefined` when it refuses. */
function platform(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function everyPart(value: unknown, visit: (part: unknown, depth: number) => void, depth = 0): void {
  visit(value, depth);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) visit(name, depth);
    everyPart(inner, visit, depth + 1);
  }
}

/** What must be read: what the platform reads, unless two readers could read it differently. */
function oracle(text: string): unknown {
  const value = platform(text);
  if (value === undefined) return undefined;
  let members = 0;
  let good = true;
  everyPart(value, (part, depth) => {
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) members += Object.keys(part).length;
    if (typeof part === 'object' && part !== null && depth >= JSON_MAX_DEPTH) good = false;
    if (typeof part === 'string' && /\p{Surrogate}/u.test(part)) good = false;
    if (typeof part === 'number' && !Number.isFinite(part)) good = false;
  });
  // Colons outside strings are members as written; fewer members as read: one was written twice.
  const colons = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '').split(':').length - 1;
  return good && colons === members ? value : undefined;
}

function agree(text: string): boolean {
  const expected = oracle(text);
  if (expected === undefined) {
    expect(refusal(JsonError, () => parseJson(text)).message).toMatch(/ at line \d+, column \d+/);
    return false;
  }
  const actual = parseJson(text);
  expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
  expect(actual).toEqual(expected);
  return true;
}

describe('what is read', () => {
  it('is what the platform reads, for every JSON text', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom('', ' ', '\n', '\t\r\n '), (text, blank) => {
        expect(agree(blank + text + blank)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is what the platform reads and no two readers read differently, for every text of the pieces of JSON', () => {
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', 'null', 'true') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('"a":1', '"\\u0061":2', '"__proto__":{}', '{"a":[]}', '[1,2]', '{}', '[]', '""'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...['"', '\\', '"\\ud800"', '"\\q"', '"\\u12"', '"\t"', '-', '-0', '01', '1.', '.5', '1e9', '1e999', '+1'],
          ...[' ', '\n', '\f', '\v', '\u00a0', '\ufeff', '\u2028', '//', '/**/', 'NaN', 'Infinity', "'a'", 'a', '\0'],
          ...[
            'undefined',
            '{"\\udc00":1}',
            '"\u2028"',
            '"\\/"',
            '"\\u0000"',
            '0x1',
            '1_0',
            '\ud800',
            '"\ud800"',
            '"\\ud83d\\ude00"',
          ],
        ),
      },
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        if (agree(pieces.join(''))) taken++;
      }),
      { numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it('is what the platform reads, for every JSON text with a few characters spoilt', () => {
    const edit = fc.record({ at: fc.nat(), by: fc.string({ maxLength: 2 }), drop: fc.nat(2) });
    let taken = 0;
    fc.assert(
      fc.property(fc.json(), fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
        let spoilt = text;
        for (const { at, by, drop } of edits) {
          const i = at % (spoilt.length + 1);
          spoilt = spoilt.slice(0, i) + by + spoilt.slice(i + drop);
        }
        if (agree(spoilt)) taken++;
      }),
      { numRuns: 5_000 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(4_900);
  });

  it('has members of any name, and no inherited ones', () => {
    const value = parseJson('{"__proto__":{"admin":true},"constructor":1,"toString":null,"":2}') as Record<
      string,
      unknown
    >;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString', '']);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(value['admin']).toBeUndefined();
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    expect((parseJson('{}') as Record<string, unknown>)['constructor']).toBeUndefined();
  });
});

describe('refused', () => {
  it.each([
    ['a member twice', '{"a":1,\n "a":2}', 'duplicate-member', 'a', 2, 2],
    ['a member twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate-member', 'a', 1, 8],
    ['a member twice, deep inside', '{"x":[0,{"y":{"a":1,"a":1}}]}', 'duplicate-member', 'x[1].y.a', 1, 21],
    ['the prototype twice', '{"__proto__":1,"__proto__":1}', 'duplicate-member', '__proto__', 1, 16],
    ['half a character', '["\\ud800"]', 'not-json', undefined, 1, 2],
    ['half a character in a name', '{"\\udc00":1}', 'not-json', undefined, 1, 2],
    ['half a character as it stands', '["\ud800"]', 'not-json', undefined, 1, 2],
    ['a number beyond a double', '[1,\n-1e400]', 'not-json', undefined, 2, 1],
    ['a line end in a text', '["a\nb"]', 'not-json', undefined, 1, 4],
    ['an escaped line end', '["a\\\nb"]', 'not-json', undefined, 1, undefined],
    ['nothing', '', 'not-json', undefined, 1, 1],
    ['blanks', ' \n ', 'not-json', undefined, undefined, undefined],
    ['a byte order mark', '\ufeff{}', 'not-json', undefined, 1, 1],
    ['a comment', '{} // x', 'not-json', undefined, 1, undefined],
    ['a trailing comma', '[1,]', 'not-json', undefined, 1, 4],
    ['two values', '{}{}', 'not-json', undefined, 1, 3],
    ['a text cut short', '{"a": "b', 'not-json', undefined, 1, undefined],
  ])('%s', (_, text, code, path, line, column) => {
    const error = refusal(JsonError, () => parseJson(text));
    expect([error.code, error.path]).toEqual([code, path]);
    if (line !== undefined) expect(error.line).toBe(line);
    if (column !== undefined) expect(error.column).toBe(column);
  });

  it('nesting beyond the limit, of 10,000 levels as of one, at the place', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(JSON.stringify(parseJson(nested(JSON_MAX_DEPTH)))).toBe(nested(JSON_MAX_DEPTH));
    for (const depth of [JSON_MAX_DEPTH + 1, 10_000, 1_000_000]) {
      expect(refusal(JsonError, () => parseJson(nested(depth)))).toMatchObject({
        code: 'depth-exceeded',
        line: 1,
        column: JSON_MAX_DEPTH + 1,
        limit: JSON_MAX_DEPTH,
      });
      expect(refusal(JsonError, () => parseJson('{"a":'.repeat(depth))).code).toBe('depth-exceeded');
    }
    expect(parseJson(`["${'['.repeat(100)}"]`)).toEqual(['['.repeat(100)]);
    expect(parseJson(`["\\"${'{'.repeat(100)}"]`)).toEqual([`"${'{'.repeat(100)}`]);
    expect(refusal(JsonError, () => parseJson(`["\\\\",${'['.repeat(100)}]`)).code).toBe('depth-exceeded');
  });

  it('more characters or values than the limits', () => {
    const long = refusal(JsonError, () => parseJson(' '.repeat(JSON_MAX_CHARACTERS + 1)));
    expect(long).toMatchObject({ code: 'input-too-large', limit: JSON_MAX_CHARACTERS });
    const many = refusal(JsonError, () => parseJson(`[${'0,'.repeat(JSON_MAX_VALUES)}0]`));
    expect(many).toMatchObject({ code: 'input-too-large', limit: JSON_MAX_VALUES });
  });

  it('in one line, whatever the text holds', () => {
    const name = `${'x'.repeat(5000)}\\n\\u001b[2J`;
    const error = refusal(JsonError, () => parseJson(`{"${name}":1,"${name}":2}`));
    expect(error.message.length).toBeLessThan(500);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(error.message).not.toMatch(/[\0-\x1f]/);
  });
});
