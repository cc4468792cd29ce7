import {
  bitStringValue,
  DerReader,
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeInteger,
  encodeNamedBits,
  encodeNull,
  integerValue,
  namedBits,
  smallInteger,
  Tag,
  walkDer,
} from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex, only, outcome, walked } from './support.ts';

describe('BOOLEAN (X.690, 8.2, 11.1)', () => {
  test('FF is true and 00 is false', () => {
    expect(DerReader.of(hex('01 01 ff')).boolean()).toBe(true);
    expect(DerReader.of(hex('01 01 00')).boolean()).toBe(false);
    expect(encodeBoolean(true)).toEqual(hex('01 01 ff'));
    expect(encodeBoolean(false)).toEqual(hex('01 01 00'));
  });

  test('no other octet, and one octet exactly', () => {
    const bad = [
      ...Array.from({ length: 254 }, (_, i) => `01 01 ${(i + 1).toString(16).padStart(2, '0')}`),
      '01 00',
      '01 02 ff ff',
      '01 02 00 00',
    ];
    for (const bytes of bad) {
      expect(walked(bytes)).toBe('boolean-invalid@2');
      expect(outcome(() => DerReader.of(hex(bytes)).boolean())).toBe('boolean-invalid@2');
    }
    // An empty BOOLEAN must not borrow the octet behind it.
    expect(walked('30 05 01 00 ff 01 00'.replace('05', '03'))).not.toBe('accepted');
    expect(walked('30 04 01 00 05 00')).toBe('boolean-invalid@4');
  });
});

describe('NULL (X.690, 8.8)', () => {
  test('is empty', () => {
    expect(walked('05 00')).toBe('accepted');
    expect(encodeNull()).toEqual(hex('05 00'));
    expect(outcome(() => DerReader.of(hex('05 00')).null())).toBe('accepted');
    expect(walked('05 01 00')).toBe('null-invalid@2');
    expect(outcome(() => DerReader.of(hex('05 01 00')).null())).toBe('null-invalid@2');
  });
});

describe('INTEGER and ENUMERATED (X.690, 8.3)', () => {
  const cases = [
    ['00', 0n],
    ['01', 1n],
    ['7f', 127n],
    ['00 80', 128n],
    ['00 ff', 255n],
    ['01 00', 256n],
    ['ff', -1n],
    ['80', -128n],
    ['ff 7f', -129n],
    ['80 00', -32768n],
    ['7f ff ff ff ff ff ff ff', 2n ** 63n - 1n],
    ['00 80 00 00 00 00 00 00 00', 2n ** 63n],
    ['80 00 00 00 00 00 00 00', -(2n ** 63n)],
  ] as const;
  test.each(cases)('%s', (content, value) => {
    const bytes = encodeElement(Tag.INTEGER, hex(content));
    expect(outcome(() => walkDer(bytes))).toBe('accepted');
    expect(integerValue(only(bytes))).toBe(value);
    expect(encodeInteger(value)).toEqual(bytes);
    expect(DerReader.of(bytes).integerBytes()).toEqual(hex(content));
    const enumerated = encodeElement(Tag.ENUMERATED, hex(content));
    expect(outcome(() => walkDer(enumerated))).toBe('accepted');
    expect(DerReader.of(enumerated).integer(Tag.ENUMERATED)).toBe(value);
  });

  test.each(['', '00 00', '00 7f', 'ff 80', 'ff ff', '00 00 80', 'ff ff 7f'])('`%s` is refused', (content) => {
    for (const tag of [Tag.INTEGER, Tag.ENUMERATED]) {
      const bytes = encodeElement(tag, hex(content));
      expect(outcome(() => walkDer(bytes))).toBe('integer-not-minimal@2');
      expect(outcome(() => DerReader.of(bytes).integer(tag))).toBe('integer-not-minimal@2');
      expect(outcome(() => DerReader.of(bytes).integerBytes(tag))).toBe('integer-not-minimal@2');
      expect(outcome(() => DerReader.of(bytes).smallInteger(0, 9, tag))).toBe('integer-not-minimal@2');
    }
  });

  test('a value has up to 65,536 octets, more are read as bytes only', () => {
    const longest = encodeElement(Tag.INTEGER, new Uint8Array(65536).fill(0x7f));
    const longer = encodeElement(Tag.INTEGER, new Uint8Array(65537).fill(0x7f));
    expect(encodeInteger(integerValue(only(longest)))).toEqual(longest);
    expect(() => integerValue(only(longer))).toThrow(
      expect.objectContaining({ code: 'integer-out-of-range', offset: 5, limit: 65536 }),
    );
    expect(DerReader.of(longer).integerBytes()).toHaveLength(65537);
    expect(outcome(() => walkDer(longer))).toBe('accepted');
  });

  test('every value and its bytes agree with two’s complement counted out', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), (value) => {
        // The shortest n for which -2^(8n-1) <= value < 2^(8n-1); octets by division.
        let octets = 1;
        while (value < -(2n ** BigInt(8 * octets - 1)) || value >= 2n ** BigInt(8 * octets - 1)) octets++;
        const unsigned = value < 0n ? value + 2n ** BigInt(8 * octets) : value;
        const content = Array.from({ length: octets }, (_, i) =>
          Number((unsigned / 256n ** BigInt(octets - 1 - i)) % 256n),
        );
        const bytes = encodeInteger(value);
        expect([...bytes]).toEqual([2, octets, ...content]);
        expect(integerValue(only(bytes))).toBe(value);
      }),
    );
  });

  test('a small integer is taken exactly when it lies in the range', () => {
    const safe = fc.maxSafeInteger();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -300, max: 300 }).map(BigInt),
          safe.map(BigInt),
          fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
        ),
        fc.tuple(safe, safe).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
        (value, [min, max]) => {
          const element = only(encodeInteger(value));
          for (const [low, high] of [
            [min, max],
            [-200, 200],
            [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
          ] as const) {
            if (value >= BigInt(low) && value <= BigInt(high))
              expect(smallInteger(element, low, high)).toBe(Number(value));
            else expect(outcome(() => smallInteger(element, low, high))).toBe('integer-out-of-range@2');
          }
        },
      ),
    );
  });

  test.each([
    [0, 0, 2],
    [2, 0, 2],
    [-128, -128, 127],
  ])('the ends of a range belong to it: %d in [%d, %d]', (value, min, max) => {
    expect(smallInteger(only(encodeInteger(value)), min, max)).toBe(value);
  });

  test.each([
    [3, 0, 2],
    [-1, 0, 2],
    [-129, -128, 127],
    [2n ** 53n, 0, Number.MAX_SAFE_INTEGER],
    [2n ** 64n, 0, Number.MAX_SAFE_INTEGER],
  ])('one beyond does not: %d in [%d, %d]', (value, min, max) => {
    expect(outcome(() => smallInteger(only(encodeInteger(value)), min, max))).toBe('integer-out-of-range@2');
  });

  test('a number that is no safe integer cannot be written', () => {
    for (const value of [2 ** 53, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => encodeInteger(value)).toThrow(TypeError);
    }
    expect(encodeInteger(Number.MAX_SAFE_INTEGER)).toEqual(encodeInteger(2n ** 53n - 1n));
  });
});

describe('BIT STRING (X.690, 8.6, 11.2.1)', () => {
  test.each([
    ['no bits', '03 01 00', '', 0],
    ['eight bits', '03 02 00 01', '01', 0],
    ['one bit', '03 02 07 80', '80', 7],
    ['seven bits, last zero', '03 02 01 fc', 'fc', 1],
    ['twelve bits', '03 03 04 ff f0', 'ff f0', 4],
  ])('%s', (_, bytes, content, unusedBits) => {
    expect(walked(bytes)).toBe('accepted');
    expect(bitStringValue(only(hex(bytes)))).toEqual({ bytes: hex(content), unusedBits });
  });

  test.each([
    ['no count of unused bits', '03 00'],
    ['unused bits of nothing', '03 01 01'],
    ['8 unused bits', '03 02 08 00'],
    ['255 unused bits', '03 02 ff 00'],
    ['32 unused bits', '03 02 20 00'],
    ['the last unused bit set', '03 02 01 01'],
    ['the first unused bit set', '03 02 07 40'],
    ['unused bits set in the second octet', '03 03 04 f0 08'],
  ])('%s', (_, bytes) => {
    expect(walked(bytes)).toBe('bit-string-invalid@2');
    expect(outcome(() => DerReader.of(hex(bytes)).bitString())).toBe('bit-string-invalid@2');
  });

  test('an empty one does not borrow the octet behind it', () => {
    expect(walked('30 04 03 00 05 00')).toBe('bit-string-invalid@4');
    expect(outcome(() => DerReader.of(hex('03 00 00 00')).bitString())).toBe('bit-string-invalid@2');
  });

  test('whole octets can be demanded', () => {
    expect(DerReader.of(encodeBitString(hex('01 02'))).bitStringBytes()).toEqual(hex('01 02'));
    expect(outcome(() => DerReader.of(hex('03 02 04 10')).bitStringBytes())).toBe('bit-string-invalid@2');
  });
});

describe('named bit lists (X.690, 11.2.2)', () => {
  test.each([
    [[], '03 01 00'],
    [[0], '03 02 07 80'],
    [[5, 6], '03 02 01 06'],
    [[7], '03 02 00 01'],
    [[8], '03 03 07 00 80'],
    [[0, 8], '03 03 07 80 80'],
  ])('%j', (bits, bytes) => {
    expect(namedBits(only(hex(bytes)))).toEqual(bits);
    expect(encodeNamedBits(bits)).toEqual(hex(bytes));
    expect(DerReader.of(hex(bytes)).namedBits()).toEqual(bits);
  });

  test.each([
    ['a trailing zero bit', '03 02 06 80', 'named-bits-not-trimmed@3'],
    ['a whole octet of zeros', '03 02 00 00', 'named-bits-not-trimmed@3'],
    ['zeros only, all but one unused', '03 02 07 00', 'named-bits-not-trimmed@3'],
    ['a trailing octet of zeros', '03 03 00 80 00', 'named-bits-not-trimmed@4'],
    ['dirty unused bits', '03 02 07 c0', 'bit-string-invalid@2'],
  ])('%s', (_, bytes, expected) => {
    expect(outcome(() => namedBits(only(hex(bytes))))).toBe(expected);
  });

  test('32,768 bits at most, whatever is set', () => {
    expect(namedBits(only(encodeNamedBits([32767])))).toEqual([32767]);
    const longer = encodeBitString(new Uint8Array(4097).fill(1));
    expect(() => namedBits(only(longer))).toThrow(
      expect.objectContaining({ code: 'bit-string-invalid', offset: 4, limit: 4096 }),
    );
    for (const bits of [[32768], [-1], [0.5], [Number.NaN]]) expect(() => encodeNamedBits(bits)).toThrow(TypeError);
    expect(namedBits(only(encodeNamedBits(new Array(200_000).fill(3))))).toEqual([3]);
  });

  test('any set of bits comes back, and its bits stand where a string of binary digits has them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(80)), (bits) => {
        const sorted = [...bits].sort((a, b) => a - b);
        const digits = Array.from({ length: (sorted.at(-1) ?? -1) + 1 }, (_, i) => (bits.includes(i) ? '1' : '0')).join(
          '',
        );
        const octets = (digits.match(/.{1,8}/g) ?? []).map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2));
        const bytes = encodeNamedBits(bits);
        expect([...bytes]).toEqual([3, octets.length + 1, (8 - (digits.length % 8)) % 8, ...octets]);
        expect(namedBits(only(bytes))).toEqual(sorted);
      }),
    );
  });
});
