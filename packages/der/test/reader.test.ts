import {
  bytesOf,
  contentOf,
  contextConstructed,
  contextPrimitive,
  DerReader,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeSequence,
  isConstructed,
  readSequence,
  Tag,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { hex, outcome } from './support.ts';

describe('DerReader', () => {
  test('reads a level from left to right and gives views of the source', () => {
    const bytes = encodeSequence(encodeInteger(5), encodeOctetString(hex('aa bb')));
    const fields = DerReader.of(bytes).sequence();
    expect(fields.peek()).toBe(Tag.INTEGER);
    expect(fields.offset).toBe(2);
    expect(fields.smallInteger(0, 9)).toBe(5);
    const content = fields.octetString();
    expect(content).toEqual(hex('aa bb'));
    expect(content.buffer).toBe(bytes.buffer);
    expect(fields.peek()).toBeNull();
    expect(outcome(() => fields.finish())).toBe('accepted');
  });

  test('an absent element is missing, where the level ends and with the tag expected', () => {
    const fields = DerReader.of(hex('30 02 05 00 05 00')).sequence();
    fields.null();
    expect(() => fields.element()).toThrow(
      expect.objectContaining({ code: 'element-missing', offset: 4, expected: undefined }),
    );
    expect(() => fields.oid()).toThrow(expect.objectContaining({ code: 'element-missing', offset: 4, expected: 6 }));
    expect(fields.optional(Tag.NULL)).toBeNull();
    expect(fields.rest()).toEqual([]);
  });

  test('another tag is refused with both, and nothing is read', () => {
    const reader = DerReader.of(hex('02 01 05'));
    expect(() => reader.null()).toThrow(
      expect.objectContaining({ code: 'unexpected-tag', offset: 0, expected: 5, actual: 2 }),
    );
    expect(reader.optional(Tag.NULL)).toBeNull();
    expect(reader.offset).toBe(0);
    expect(reader.optional(Tag.INTEGER)).toMatchObject({ tag: 2, start: 0, content: 2, end: 3 });
    expect(reader.offset).toBe(3);
  });

  test('every typed read demands its own tag', () => {
    const reads: readonly [string, (reader: DerReader) => unknown][] = [
      ['sequence', (reader) => reader.sequence()],
      ['setOf', (reader) => reader.setOf()],
      ['boolean', (reader) => reader.boolean()],
      ['integer', (reader) => reader.integer()],
      ['integerBytes', (reader) => reader.integerBytes()],
      ['smallInteger', (reader) => reader.smallInteger(0, 1)],
      ['bitString', (reader) => reader.bitString()],
      ['bitStringBytes', (reader) => reader.bitStringBytes()],
      ['namedBits', (reader) => reader.namedBits()],
      ['octetString', (reader) => reader.octetString()],
      ['null', (reader) => reader.null()],
      ['oid', (reader) => reader.oid()],
      ['string', (reader) => reader.string()],
      ['time', (reader) => reader.time()],
    ];
    // Constructed forms of the same types (BER), and a private tag.
    for (const [name, read] of reads) {
      for (const bytes of [
        'c9 00',
        '21 00',
        '22 00',
        '23 00',
        '24 00',
        '25 00',
        '26 00',
        '2c 00',
        '37 00',
        '10 00',
        '11 00',
      ]) {
        expect(`${name} ${bytes} ${outcome(() => read(DerReader.of(hex(bytes))))}`).toBe(
          `${name} ${bytes} unexpected-tag@0`,
        );
      }
    }
  });

  test('a broken header is refused by peek and optional as well', () => {
    for (const read of [
      (reader: DerReader) => reader.peek(),
      (reader: DerReader) => reader.optional(Tag.SEQUENCE),
      (reader: DerReader) => reader.optional(Tag.NULL),
      (reader: DerReader) => reader.rest(),
    ]) {
      expect(outcome(() => read(DerReader.of(hex('30 80 00 00'))))).toBe('length-indefinite@1');
    }
  });

  test('IMPLICIT tags replace the type’s own, EXPLICIT ones stand around it', () => {
    const fields = DerReader.of(
      hex('80 01 05 81 01 ff 82 02 07 80 83 01 2a 84 00 a5 05 02 01 01 05 00 a6 03 02 01 07'),
    );
    expect(fields.integer(contextPrimitive(0))).toBe(5n);
    expect(fields.boolean(contextPrimitive(1))).toBe(true);
    expect(fields.namedBits(contextPrimitive(2))).toEqual([0]);
    expect(fields.oid(contextPrimitive(3))).toBe('1.2');
    expect(outcome(() => fields.null(contextPrimitive(4)))).toBe('accepted');
    expect(fields.setOf(contextConstructed(5)).map(({ tag }) => tag)).toEqual([2, 5]);
    const explicit = fields.sequence(contextConstructed(6));
    expect(explicit.integer()).toBe(7n);
    explicit.finish();
    fields.finish();
    expect(encodeExplicit(6, encodeInteger(7))).toEqual(hex('a6 03 02 01 07'));
  });

  test('readSequence leaves nothing unread, inside or behind', () => {
    const read = (fields: DerReader): bigint => fields.integer();
    expect(readSequence(hex('30 03 02 01 05'), read)).toBe(5n);
    expect(outcome(() => readSequence(hex('30 03 02 01 05 00'), read))).toBe('trailing-bytes@5');
    expect(outcome(() => readSequence(hex('30 05 02 01 05 05 00'), read))).toBe('trailing-bytes@5');
    expect(outcome(() => readSequence(hex('30 00'), read))).toBe('element-missing@2');
    expect(outcome(() => readSequence(hex(''), read))).toBe('element-missing@0');
    expect(outcome(() => readSequence(hex('31 00'), read))).toBe('unexpected-tag@0');
    expect(outcome(() => readSequence(hex('30 03 02 01 05'), read, { maxDepth: 0 }))).toBe('depth-exceeded@0');
    expect(outcome(() => readSequence(hex('30 03 02 01 05'), read, { maxBytes: 4 }))).toBe('input-too-large@4');
  });

  test('bytesOf has the header, contentOf has not', () => {
    const element = DerReader.of(hex('05 00 04 02 aa bb')).rest()[1];
    if (element === undefined) throw new Error('two elements were read');
    expect(bytesOf(element)).toEqual(hex('04 02 aa bb'));
    expect(contentOf(element)).toEqual(hex('aa bb'));
  });
});

describe('context tags', () => {
  test.each([
    [0, 0x80, 0xa0],
    [30, 0x9e, 0xbe],
    [31, 0x9f001f, 0xbf001f],
    [16383, 0x9f3fff, 0xbf3fff],
  ])('[%d]', (number, primitive, constructed) => {
    expect(contextPrimitive(number)).toBe(primitive);
    expect(contextConstructed(number)).toBe(constructed);
    expect(isConstructed(primitive)).toBe(false);
    expect(isConstructed(constructed)).toBe(true);
  });

  test.each([-1, 0.5, 16384, Number.NaN])('[%d] is none', (number) => {
    expect(() => contextPrimitive(number)).toThrow(TypeError);
    expect(() => contextConstructed(number)).toThrow(TypeError);
  });
});
