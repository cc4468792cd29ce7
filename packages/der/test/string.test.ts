import { DerReader, encodeElement, encodeUtf8String, isStringTag, stringValue, Tag, walkDer } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex, only, outcome } from './support.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const octets = Array.from({ length: 256 }, (_, octet) => octet);

/** X.680, 41: the repertoires, written out. */
const repertoires = [
  ['NumericString', Tag.NUMERIC_STRING, (octet: number) => ' 0123456789'.includes(String.fromCharCode(octet)), 11],
  [
    'PrintableString',
    Tag.PRINTABLE_STRING,
    (octet: number) => `${letters}0123456789 '()+,-./:=?`.includes(String.fromCharCode(octet)),
    74,
  ],
  ['IA5String', Tag.IA5_STRING, (octet: number) => octet < 128, 128],
  ['VisibleString', Tag.VISIBLE_STRING, (octet: number) => octet >= 32 && octet < 127, 95],
  ['TeletexString', Tag.TELETEX_STRING, () => true, 256],
] as const;

describe.each(repertoires)('%s', (_, tag, has, size) => {
  test('has its repertoire and nothing else', () => {
    let taken = 0;
    for (const octet of octets) {
      const bytes = encodeElement(tag, Uint8Array.of(0x20, octet));
      const expected = has(octet) ? 'accepted' : 'string-invalid@3';
      expect(outcome(() => walkDer(bytes))).toBe(expected);
      expect(outcome(() => expect(stringValue(only(bytes))).toBe(` ${String.fromCharCode(octet)}`))).toBe(expected);
      if (has(octet)) taken++;
    }
    expect(taken).toBe(size);
  });

  test('may be empty, and long', () => {
    expect(stringValue(only(encodeElement(tag)))).toBe('');
    const long = encodeElement(tag, new Uint8Array(10_001).fill(0x30));
    expect(stringValue(only(long))).toBe('0'.repeat(10_001));
  });
});

describe('UTF8String', () => {
  test.each([
    ['empty', '', ''],
    ['ASCII with its controls', '00 0a 7f', '\0\n\x7f'],
    ['two octets', 'c3 a9', 'é'],
    ['the last of two octets', 'df bf', '\u07ff'],
    ['the first of three octets', 'e0 a0 80', '\u0800'],
    ['around the surrogates', 'ed 9f bf ee 80 80', '\ud7ff\ue000'],
    ['four octets', 'f0 9f 94 90', '\u{1f510}'],
    ['the last of all', 'f4 8f bf bf', '\u{10ffff}'],
    ['a byte order mark, kept', 'ef bb bf 41', '\ufeffA'],
    ['a noncharacter', 'ef bf bf', '\uffff'],
  ])('%s', (_, content, text) => {
    const bytes = encodeElement(Tag.UTF8_STRING, hex(content));
    expect(outcome(() => walkDer(bytes))).toBe('accepted');
    expect(stringValue(only(bytes))).toBe(text);
    expect(encodeUtf8String(text)).toEqual(bytes);
  });

  test.each([
    ['a lone continuation octet', '80'],
    ['a lead octet alone', '41 c3'],
    ['a lead octet before ASCII', 'c3 41'],
    ['overlong in two octets', 'c0 80'],
    ['overlong in two octets, the last', 'c1 bf'],
    ['overlong in three octets', 'e0 9f bf'],
    ['overlong in four octets', 'f0 8f bf bf'],
    ['a high surrogate', 'ed a0 80'],
    ['a low surrogate', 'ed bf bf'],
    ['a surrogate pair (CESU-8)', 'ed a0 bd ed b4 90'],
    ['beyond the last', 'f4 90 80 80'],
    ['five octets', 'f8 88 80 80 80'],
    ['FE', 'fe'],
    ['ISO 8859-1', '63 61 66 e9'],
  ])('%s is refused', (_, content) => {
    const bytes = encodeElement(Tag.UTF8_STRING, hex(content));
    expect(outcome(() => walkDer(bytes))).toBe('string-invalid@2');
    expect(outcome(() => stringValue(only(bytes)))).toBe('string-invalid@2');
  });

  test('any text comes back, and a lone surrogate cannot be written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(stringValue(only(encodeUtf8String(text)))).toBe(text);
      }),
    );
    for (const text of ['\ud800', 'a\udfff', '\udc00\ud800']) expect(() => encodeUtf8String(text)).toThrow(TypeError);
  });
});

describe('BMPString and UniversalString', () => {
  test.each([
    ['BMP, empty', Tag.BMP_STRING, '', ''],
    ['BMP', Tag.BMP_STRING, '00 41 20 ac', 'A€'],
    ['BMP around the surrogates', Tag.BMP_STRING, 'd7 ff e0 00 ff ff', '\ud7ff\ue000\uffff'],
    ['Universal, empty', Tag.UNIVERSAL_STRING, '', ''],
    ['Universal', Tag.UNIVERSAL_STRING, '00 00 00 41 00 01 f5 10', 'A\u{1f510}'],
    ['Universal around the surrogates', Tag.UNIVERSAL_STRING, '00 00 d7 ff 00 00 e0 00', '\ud7ff\ue000'],
    ['Universal, the last', Tag.UNIVERSAL_STRING, '00 10 ff ff', '\u{10ffff}'],
  ])('%s', (_, tag, content, text) => {
    const bytes = encodeElement(tag, hex(content));
    expect(outcome(() => walkDer(bytes))).toBe('accepted');
    expect(stringValue(only(bytes))).toBe(text);
  });

  test.each([
    ['half a unit', Tag.BMP_STRING, '00 41 00', 2],
    ['a high surrogate', Tag.BMP_STRING, '00 41 d8 00', 4],
    ['a low surrogate', Tag.BMP_STRING, 'df ff', 2],
    ['a surrogate pair, which is UTF-16', Tag.BMP_STRING, 'd8 3d dd 10', 2],
    ['three quarters of a unit', Tag.UNIVERSAL_STRING, '00 00 41', 2],
    ['two octets of a unit', Tag.UNIVERSAL_STRING, '00 00 00 41 00 41', 2],
    ['a high surrogate in four octets', Tag.UNIVERSAL_STRING, '00 00 00 41 00 00 d8 00', 6],
    ['a low surrogate in four octets', Tag.UNIVERSAL_STRING, '00 00 df ff', 2],
    ['beyond the last', Tag.UNIVERSAL_STRING, '00 11 00 00', 2],
    ['far beyond the last', Tag.UNIVERSAL_STRING, 'ff ff ff ff', 2],
  ])('%s is refused', (_, tag, content, offset) => {
    const bytes = encodeElement(tag, hex(content));
    expect(outcome(() => walkDer(bytes))).toBe(`string-invalid@${offset}`);
    expect(outcome(() => stringValue(only(bytes)))).toBe(`string-invalid@${offset}`);
  });

  test('long ones are read in one piece', () => {
    const content = Uint8Array.from({ length: 40_004 }, (_, i) => (i % 4 === 2 ? 0x20 : i % 4 === 3 ? i & 0x7f : 0));
    const text = stringValue(only(encodeElement(Tag.UNIVERSAL_STRING, content)));
    expect(text).toHaveLength(10_001);
    expect(text.charCodeAt(9_999)).toBe(0x2000 | ((9_999 * 4 + 3) & 0x7f));
  });
});

describe('which types are strings', () => {
  test('eight of them, in primitive form', () => {
    expect(Array.from({ length: 0x40 }, (_, tag) => tag).filter(isStringTag)).toEqual([
      0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e,
    ]);
    expect(isStringTag(0x1f000c)).toBe(false);
  });

  test.each(['04 00', '2c 00', '1b 00', '8c 00'])('%s is none', (bytes) => {
    expect(outcome(() => DerReader.of(hex(bytes)).string())).toBe('unexpected-tag@0');
  });
});
