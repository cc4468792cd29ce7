import {
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
  Tag,
} from '@quorate/der';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Name, nameText, parseCertificationRequest, X509Error } from '../src/index.ts';
import { algorithm, ascii, constructed, hex, publicKey } from './extensions/support.ts';
import { readNameText } from './rfc4514.ts';

const attribute = (type: string, value: Uint8Array | string): Uint8Array =>
  encodeSequence(encodeOid(type), typeof value === 'string' ? encodeUtf8String(value) : value);

/** The name that stands in a request. */
function nameOf(...rdns: readonly (readonly Uint8Array[])[]): Name {
  const name = encodeSequence(...rdns.map((rdn) => encodeSetOf(...rdn)));
  const info = encodeSequence(encodeInteger(0), name, publicKey, constructed(0));
  return parseCertificationRequest(encodeSequence(info, algorithm, encodeBitString(hex('00')))).subject;
}

const CN = '2.5.4.3';
const cn = (text: string): string => nameText(nameOf([attribute(CN, text)]));

test('the last relative name comes first, the attributes of one are joined by a plus sign', () => {
  const name = nameOf(
    [attribute('2.5.4.6', 'CH')],
    [attribute('2.5.4.10', 'Org'), attribute('2.5.4.11', 'Unit')],
    [attribute(CN, 'Root')],
  );
  expect(nameText(name)).toBe('CN=Root,O=Org+OU=Unit,C=CH');
  expect(nameText(nameOf())).toBe('');
});

test('the examples of RFC 4514, 4 come out as they stand there', () => {
  const dc = (text: string) => [attribute('0.9.2342.19200300.100.1.25', encodeElement(Tag.IA5_STRING, ascii(text)))];
  expect(nameText(nameOf(dc('net'), dc('example'), [attribute('0.9.2342.19200300.100.1.1', 'jsmith')]))).toBe(
    'UID=jsmith,DC=example,DC=net',
  );
  expect(nameText(nameOf(dc('net'), dc('example'), [attribute('2.5.4.11', 'Sales'), attribute(CN, 'J.  Smith')]))).toBe(
    'OU=Sales+CN=J.  Smith,DC=example,DC=net',
  );
  expect(nameText(nameOf(dc('net'), [attribute(CN, 'James "Jim" Smith, III')]))).toBe(
    'CN=James \\"Jim\\" Smith\\, III,DC=net',
  );
  expect(nameText(nameOf(dc('net'), [attribute(CN, 'Before\rAfter')]))).toBe('CN=Before\\0dAfter,DC=net');
  expect(nameText(nameOf([attribute('1.3.6.1.4.1.1466.0', hex('04024869'))]))).toBe('1.3.6.1.4.1.1466.0=#04024869');
  expect(cn('Lučić')).toBe('CN=Lučić');
});

test.each([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'sn'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.13', 'description'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.42', 'givenName'],
  ['2.5.4.43', 'initials'],
  ['2.5.4.44', 'generationQualifier'],
  ['2.5.4.46', 'dnQualifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
])('%s is %s', (oid, short) => {
  expect(nameText(nameOf([attribute(oid, 'x')]))).toBe(`${short}=x`);
});

test('a type without a registered short name is dotted and its value hexadecimal, text or not', () => {
  const mail = encodeElement(Tag.IA5_STRING, ascii('a@b'));
  expect(nameText(nameOf([attribute('1.2.840.113549.1.9.1', mail)]))).toBe('1.2.840.113549.1.9.1=#1603614062');
  expect(nameText(nameOf([attribute('2.5.4.97', 'X')]))).toBe('2.5.4.97=#0c0158');
});

test('a value that is no string is hexadecimal', () => {
  expect(nameText(nameOf([attribute(CN, encodeInteger(5))]))).toBe('CN=#020105');
});

test('a value that is no string must be strict DER all the way down', () => {
  const bits = encodeElement(Tag.BIT_STRING, hex('01fe'));
  expect(nameText(nameOf([attribute(CN, bits)]))).toBe('CN=#030201fe');
  expect(() => nameOf([attribute(CN, encodeElement(Tag.BIT_STRING, hex('01ff')))])).toThrow(X509Error);
  expect(() => nameOf([attribute(CN, hex('3003010101'))])).toThrow(X509Error);
});

test.each([
  ['', 'CN='],
  [' ', 'CN=\\ '],
  ['  ', 'CN=\\ \\ '],
  [' a b ', 'CN=\\ a b\\ '],
  ['#a#', 'CN=\\#a#'],
  ['a=b', 'CN=a=b'],
  ['",+;<>\\', 'CN=\\"\\,\\+\\;\\<\\>\\\\'],
  ['a\0b', 'CN=a\\00b'],
  ['a\u001b[31mb', 'CN=a\\1b[31mb'],
  ['a\u0085b', 'CN=a\\c2\\85b'],
  ['a\u202eb', 'CN=a\\e2\\80\\aeb'],
  ['a\u200bb\ufeff', 'CN=a\\e2\\80\\8bb\\ef\\bb\\bf'],
  ['a\u2028b', 'CN=a\\e2\\80\\a8b'],
  ['a\u{e0041}b', 'CN=a\\f3\\a0\\81\\81b'],
  ['日本 é', 'CN=日本 é'],
])('%j is written %j', (text, expected) => {
  expect(cn(text)).toBe(expected);
});

const types = fc.constantFrom(CN, '2.5.4.10', '2.5.4.6', '1.2.840.113549.1.9.1', '2.5.4.97');
const SHORT: Readonly<Record<string, string>> = { [CN]: 'CN', '2.5.4.10': 'O', '2.5.4.6': 'C' };
const treacherous = fc.constantFrom(
  ...' #+,;<>\\"=\0\r\n\t\u001b\u007f\u0085\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\ufeff',
);
const texts = fc.array(fc.oneof(treacherous, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 6 });
const values = fc.oneof(
  texts.map((parts) => parts.join('')),
  fc.bigInt({ min: 0n, max: 70_000n }).map((value) => encodeInteger(value)),
);
const rdns = fc.array(
  fc.uniqueArray(fc.tuple(types, values), { minLength: 1, maxLength: 3, selector: ([type]) => type }),
  {
    maxLength: 4,
  },
);

test('the text of any name has no control character or mark of direction, and reads back as the name', () => {
  fc.assert(
    fc.property(rdns, (all) => {
      const name = nameOf(...all.map((rdn) => rdn.map(([type, value]) => attribute(type, value))));
      const text = nameText(name);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
      const expected = name.rdns.map((rdn) =>
        rdn.map(({ type, text: value, value: encoded }) => {
          const short = SHORT[type];
          return { type: short ?? type, value: short === undefined || value === null ? encoded : value };
        }),
      );
      expect(readNameText(text)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
