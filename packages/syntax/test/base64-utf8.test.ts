import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Base64Error,
  decodeBase64,
  decodeUtf8,
  encodeBase64,
  encodeUtf8,
  parseIsoTime,
  Utf8Error,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

describe('base64', () => {
  it('of bytes is what the platform makes of them, and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('is read only in the one spelling that the bytes have', () => {
    const character = fc.constantFrom(...'ABCZabz019+/=-_ \n\r\t.,é\0');
    let taken = 0;
    fc.assert(
      fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
        const text = characters.join('');
        if (Buffer.from(text, 'base64').toString('base64') === text) {
          taken++;
          expect(encodeBase64(decodeBase64(text))).toBe(text);
        } else {
          expect(refusal(Base64Error, () => decodeBase64(text)).code).toBe('not-base64');
        }
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it.each([
    ['no padding', 'QQ'],
    ['half a padding', 'QQ='],
    ['too much padding', 'QQ==='],
    ['padding of nothing', '===='],
    ['padding inside', 'QQ==QQ=='],
    ['bits left over', 'QR=='],
    ['bits left over in the last of three', 'QUF='],
    ['the alphabet for addresses', '-_8='],
    ['a line end', 'QQ==\n'],
    ['a line end before', '\nQQ=='],
    ['blanks', 'Q Q='],
    ['one character', 'A'],
    ['a byte order mark', '\ufeffQQ=='],
  ])('with %s is refused', (_, text) => {
    refusal(Base64Error, () => decodeBase64(text));
  });

  it('of nothing is nothing', () => expect(decodeBase64('')).toEqual(new Uint8Array()));
});

describe('UTF-8', () => {
  it('of text is read as the text, byte order marks included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const marked = `\ufeff${text}`;
        expect(decodeUtf8(encodeUtf8(marked))).toBe(marked);
        expect(encodeUtf8(text)).toEqual(new Uint8Array(Buffer.from(text)));
      }),
    );
  });

  it('is taken exactly when the bytes are those of their text', () => {
    const octet = fc.oneof(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xff),
      fc.nat(255),
    );
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 6 }), (octets) => {
        const bytes = new Uint8Array(octets);
        const text = Buffer.from(bytes).toString('utf8');
        if (Buffer.from(text).equals(Buffer.from(bytes))) {
          expect(decodeUtf8(bytes)).toBe(text);
          return;
        }
        const { offset } = refusal(Utf8Error, () => decodeUtf8(bytes));
        // All before the place can begin a text; with the byte there, or its absence, it no longer can.
        expect(beginsText(bytes.subarray(0, offset))).toBe(true);
        if (offset < bytes.length) expect(beginsText(bytes.subarray(0, offset + 1))).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['a lone continuation', [0x41, 0x80], 1],
    ['an overlong slash', [0x2f, 0xc0, 0xaf], 1],
    ['an overlong of three', [0xe0, 0x80, 0x80], 1],
    ['a surrogate', [0x41, 0xed, 0xa0, 0x80], 2],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80], 1],
    ['a sequence cut by a letter', [0x41, 0xe2, 0x82, 0x41], 3],
    ['a sequence cut by the end', [0x41, 0xe2, 0x82], 3],
    ['UTF-16', [0xff, 0xfe, 0x41, 0x00], 0],
  ])('%s is refused, with its place', (_, octets, offset) => {
    expect(refusal(Utf8Error, () => decodeUtf8(new Uint8Array(octets)))).toMatchObject({ code: 'not-utf-8', offset });
  });

  it('far inside a large input the place is found', () => {
    const bytes = new Uint8Array(1_000_000).fill(0x61);
    bytes[777_777] = 0xff;
    expect(refusal(Utf8Error, () => decodeUtf8(bytes)).offset).toBe(777_777);
  });
});

/** By trying all that could follow, up to three continuation bytes. */
function beginsText(bytes: Uint8Array): boolean {
  const ends = [[], ...[0x80, 0x90, 0xa0, 0xbf].flatMap((a) => [[a], [a, 0x80], [a, 0x80, 0x80]])];
  return ends.some((end) => {
    const all = Buffer.concat([bytes, Buffer.from(end)]);
    return Buffer.from(all.toString('utf8')).equals(all);
  });
}

describe('ISO 8601 times', () => {
  it('are what the platform reads, to the second', () => {
    const date = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9998-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.integer({ min: -1439, max: 1439 }), (instant, minutes) => {
        const local = new Date(instant.getTime() + minutes * 60_000).toISOString();
        const clock = `${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
        const text = `${local.slice(0, -1)}${minutes < 0 ? '-' : '+'}${clock}`;
        expect(parseIsoTime(text)).toBe(Math.floor(instant.getTime() / 1000));
        expect(parseIsoTime(instant.toISOString())).toBe(Math.floor(instant.getTime() / 1000));
      }),
    );
  });

  it.each([
    ['2024-02-29T00:00:00Z', 1_709_164_800],
    ['2024-08-14T18:02:58+00:00', 1_723_658_578],
    ['2024-08-14T20:02:58.999999999+02:00', 1_723_658_578],
    ['1970-01-01T00:00:00-00:00', 0],
    ['0000-01-01T00:00:00Z', -62_167_219_200],
  ])('%s is %i', (text, seconds) => expect(parseIsoTime(text)).toBe(seconds));

  it.each([
    ...['2023-02-29T00:00:00Z', '2024-13-01T00:00:00Z', '2024-00-10T00:00:00Z', '2024-01-00T00:00:00Z'],
    ...['2024-01-32T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01T23:60:00Z', '2024-01-01T23:59:60Z'],
    ...['2024-01-01T00:00:00', '2024-01-01 00:00:00Z', '2024-01-01t00:00:00z', '2024-01-01T00:00Z', '2024-01-01'],
    ...['2024-01-01T00:00:00+24:00', '2024-01-01T00:00:00+01:60', '2024-01-01T00:00:00+0100', '2024-01-01T00:00:00.Z'],
    ...[
      '2024-01-01T00:00:00.1234567890Z',
      '+002024-01-01T00:00:00Z',
      ' 2024-01-01T00:00:00Z',
      '2024-01-01T00:00:00Z\n',
    ],
    ...['٢٠٢٤-01-01T00:00:00Z', ''],
  ])('%j is none', (text) => expect(parseIsoTime(text)).toBeNull());
});
