import { DerReader, encodeElement, encodeOid, oidContent, oidText, Tag, walkDer } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex, only, outcome } from './support.ts';

/** Base 128 by division, straight from X.690, 8.19.2. */
function naiveArc(arc: bigint): number[] {
  const digits = [Number(arc % 128n)];
  let left = arc / 128n;
  while (left > 0n) {
    digits.unshift(Number(left % 128n) + 128);
    left = left / 128n;
  }
  return digits;
}

const large = fc.oneof(
  fc.nat(300).map(BigInt),
  fc.bigInt({ min: 2n ** 44n, max: 2n ** 56n }),
  fc.bigInt({ min: 0n, max: 2n ** 300n }),
);
const arcs = fc.oneof(
  fc.tuple(fc.constantFrom(0n, 1n), fc.bigInt({ min: 0n, max: 39n }), fc.array(large, { maxLength: 8 })),
  fc.tuple(fc.constant(2n), large, fc.array(large, { maxLength: 8 })),
);

describe('OBJECT IDENTIFIER (X.690, 8.19)', () => {
  test.each([
    ['0.0', '00'],
    ['0.39', '27'],
    ['1.0', '28'],
    ['1.39', '4f'],
    ['2.0', '50'],
    ['2.39', '77'],
    ['2.40', '78'],
    ['2.47', '7f'],
    ['2.48', '81 00'],
    ['2.999', '88 37'],
    ['2.999.3', '88 37 03'],
    ['1.2.840.113549.1.1.11', '2a 86 48 86 f7 0d 01 01 0b'],
    ['1.2.0.0', '2a 00 00'],
    ['1.2.9007199254740991', '2a 8f ff ff ff ff ff ff 7f'],
    ['1.2.9007199254740992', '2a 90 80 80 80 80 80 80 00'],
    ['1.2.9007199254740993', '2a 90 80 80 80 80 80 80 01'],
    ['1.2.18446744073709551615', '2a 81 ff ff ff ff ff ff ff ff 7f'],
    ['2.9007199254740913', '90 80 80 80 80 80 80 01'],
  ])('%s', (text, content) => {
    expect(oidContent(text)).toEqual(hex(content));
    const bytes = encodeOid(text);
    expect(oidText(only(bytes))).toBe(text);
    expect(outcome(() => walkDer(bytes))).toBe('accepted');
  });

  test.each([
    ['empty', '', 2],
    ['a padded first arc', '80 01', 2],
    ['a padded later arc', '2a 80 01', 3],
    ['padding before nothing', '2a 80', 3],
    ['an arc cut short', '2a 86', 3],
    ['a first arc cut short', '86', 2],
    ['an arc of many octets cut short', '2a ff ff ff', 5],
  ])('%s is refused', (_, content, offset) => {
    for (const tag of [Tag.OBJECT_IDENTIFIER, Tag.RELATIVE_OID]) {
      expect(outcome(() => walkDer(encodeElement(tag, hex(content))))).toBe(`oid-invalid@${offset}`);
    }
    const bytes = encodeElement(Tag.OBJECT_IDENTIFIER, hex(content));
    expect(outcome(() => DerReader.of(bytes).oid())).toBe(`oid-invalid@${offset}`);
  });

  test('80 inside an arc is no padding', () => {
    expect(oidText(only(hex('06 04 2a 81 80 00')))).toBe('1.2.16384');
  });

  test('586 octets are read, 587 are not, at once, however they are cut into arcs', () => {
    const one = (octets: number): Uint8Array => {
      const content = new Uint8Array(octets).fill(0xff);
      content[0] = 0x2a;
      content[octets - 1] = 0x7f;
      return encodeElement(Tag.OBJECT_IDENTIFIER, content);
    };
    const many = (octets: number): Uint8Array => encodeElement(Tag.OBJECT_IDENTIFIER, new Uint8Array(octets).fill(1));
    for (const make of [one, many]) {
      expect(encodeOid(oidText(only(make(586))))).toEqual(make(586));
      for (const octets of [587, 1_000_000]) {
        const offset = make(octets).length - octets;
        expect(() => walkDer(make(octets))).toThrow(
          expect.objectContaining({ code: 'oid-invalid', offset, limit: 586 }),
        );
        expect(outcome(() => oidText(only(make(octets))))).toBe(`oid-invalid@${offset}`);
      }
    }
  });

  test.each([
    '',
    '1',
    '1.',
    '.1',
    '3.1',
    '0.40',
    '1.40',
    '1.2.',
    '1..2',
    '01.2',
    '1.02',
    '1.2.-1',
    '1.2.3 ',
    ' 1.2',
    '1.2\n',
    '1.2.٣',
    '1.2.0x1',
    `1.2${'.127'.repeat(600)}`,
    `1.2.${'9'.repeat(3000)}`,
    `1.2${'.1'.repeat(586)}`,
    `1.2.${'9'.repeat(1_000_000)}`,
  ])('text that is no object identifier is a TypeError: %.20s', (text) => {
    expect(() => oidContent(text)).toThrow(TypeError);
  });

  test('any arcs come back, and their octets are those of division by 128', () => {
    fc.assert(
      fc.property(arcs, ([root, second, rest]) => {
        const text = [root, second, ...rest].join('.');
        const octets = [root * 40n + second, ...rest].flatMap(naiveArc);
        expect([...oidContent(text)]).toEqual(octets);
        expect(oidText(only(encodeElement(Tag.OBJECT_IDENTIFIER, Uint8Array.from(octets))))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('is read from its octets, whatever was read before, and from the same buffer', () => {
    const bytes = encodeElement(Tag.OBJECT_IDENTIFIER, Uint8Array.of(0, 0));
    const root = (first: number): string =>
      `${Math.min(2, Math.floor(first / 40))}.${first - 40 * Math.min(2, Math.floor(first / 40))}`;
    for (const again of [1, 2]) {
      for (let first = 0; first < 128; first++) {
        for (let second = 0; second < 128; second++) {
          bytes.set([first, second], 2);
          const text = oidText(only(bytes));
          if (text !== `${root(first)}.${second}`) expect([again, text]).toEqual([again, `${root(first)}.${second}`]);
        }
      }
    }
    // one that begins with the other, right after it and right before it
    const read = (...octets: number[]): string => oidText(only(encodeElement(0x06, Uint8Array.from(octets))));
    for (let second = 0; second < 128; second++) {
      for (let third = 0; third < 128; third++) {
        const texts = [read(42, second), read(42, second, third), read(42, second)];
        const expected = [`1.2.${second}`, `1.2.${second}.${third}`, `1.2.${second}`];
        if (texts.join() !== expected.join()) expect(texts).toEqual(expected);
      }
    }
  });

  test('any octets are either refused or written again as they were', () => {
    const octet = fc.oneof(fc.constantFrom(0, 0x80, 0x81, 0xff, 0x7f, 40, 79, 80), fc.nat(255));
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 12 }), (octets) => {
        const bytes = encodeElement(Tag.OBJECT_IDENTIFIER, Uint8Array.from(octets));
        const verdict = outcome(() => expect(encodeOid(oidText(only(bytes)))).toEqual(bytes));
        // The rule in one sentence: cut behind every octet below 80, no piece is unfinished and none starts with 80.
        const pieces = octets.map((value) => value.toString(16).padStart(2, '0')).join(' ');
        const good = /^((?!80)(?:[89a-f]. )*[0-7].( |$))+$/.test(pieces);
        expect(verdict === 'accepted').toBe(good);
        expect(outcome(() => walkDer(bytes))).toBe(verdict);
      }),
      { numRuns: 1000 },
    );
  });
});
