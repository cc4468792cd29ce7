import {
  DerReader,
  type DerTime,
  encodeElement,
  encodeTime,
  isoTime,
  isTime,
  Tag,
  timeValue,
  walkDer,
} from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascii, hex, only, outcome } from './support.ts';

function element(tag: number, text: string): Uint8Array {
  return encodeElement(tag, hex(ascii(text)));
}

function utc(text: string): Uint8Array {
  return element(Tag.UTC_TIME, text);
}

function generalized(text: string): Uint8Array {
  return element(Tag.GENERALIZED_TIME, text);
}

describe('UTCTime (RFC 5280, 4.1.2.5.1)', () => {
  test.each([
    ['500101000000Z', '1950-01-01T00:00:00Z'],
    ['491231235959Z', '2049-12-31T23:59:59Z'],
    ['700101000000Z', '1970-01-01T00:00:00Z'],
    ['691231235959Z', '1969-12-31T23:59:59Z'],
    ['000229120000Z', '2000-02-29T12:00:00Z'],
    ['240229235959Z', '2024-02-29T23:59:59Z'],
    ['991231235959Z', '1999-12-31T23:59:59Z'],
  ])('%s', (text, iso) => {
    const time = timeValue(only(utc(text)));
    expect(time).toEqual({ seconds: Date.parse(iso) / 1000, type: 'UTCTime' });
    expect(isoTime(time.seconds)).toBe(iso);
    expect(outcome(() => walkDer(utc(text)))).toBe('accepted');
    expect(encodeTime(time)).toEqual(utc(text));
  });

  test.each([
    ['without seconds', '2401010000Z'],
    ['without Z', '240101000000'],
    ['with z', '240101000000z'],
    ['with an offset', '240101000000+0000'],
    ['with an offset of four characters', '2401010000-0100'],
    ['with a fraction', '240101000000.5Z'],
    ['with four digits of year', '20240101000000Z'],
    ['empty', ''],
    ['of Z alone', 'Z'],
    ['29 February of a common year', '230229000000Z'],
    ['a space for a digit', '24 101000000Z'],
    ['a slash, the octet below 0', '24010100000/Z'],
    ['a colon, the octet above 9', '24010100000:Z'],
    ['a sign', '-40101000000Z'],
  ])('%s is refused', (_, text) => {
    expect(outcome(() => walkDer(utc(text)))).toBe('time-invalid@2');
    expect(outcome(() => DerReader.of(utc(text)).time())).toBe('time-invalid@2');
  });
});

describe('GeneralizedTime (RFC 5280, 4.1.2.5.2)', () => {
  test.each([
    ['00000101000000Z', -62167219200],
    ['00000229000000Z', -62167219200 + 59 * 86400],
    ['00000301000000Z', -62167219200 + 60 * 86400],
    ['00010101000000Z', -62135596800],
    ['19000228235959Z', Date.UTC(1900, 1, 28, 23, 59, 59) / 1000],
    ['19000301000000Z', Date.UTC(1900, 2, 1) / 1000],
    ['20000229000000Z', Date.UTC(2000, 1, 29) / 1000],
    ['20500101000000Z', Date.UTC(2050, 0, 1) / 1000],
    ['99991231235959Z', 253402300799],
  ])('%s', (text, seconds) => {
    const time = timeValue(only(generalized(text)));
    expect(time).toEqual({ seconds, type: 'GeneralizedTime' });
    expect(outcome(() => walkDer(generalized(text)))).toBe('accepted');
    expect(encodeTime(time)).toEqual(generalized(text));
  });

  test.each([
    ['29 February 1900', '19000229000000Z'],
    ['29 February 2100', '21000229000000Z'],
    ['29 February 2023', '20230229000000Z'],
    ['30 February of a leap year', '20240230000000Z'],
    ['31 February', '20240231000000Z'],
    ['31 April', '20240431000000Z'],
    ['31 June', '20240631000000Z'],
    ['31 September', '20240931000000Z'],
    ['31 November', '20241131000000Z'],
    ['32 January', '20240132000000Z'],
    ['day 0', '20240100000000Z'],
    ['month 0', '20240001000000Z'],
    ['month 13', '20241301000000Z'],
    ['hour 24', '20240101240000Z'],
    ['minute 60', '20240101006000Z'],
    ['second 60', '20161231235960Z'],
    ['a fraction', '20240101000000.5Z'],
    ['a fraction of zeros', '20240101000000.000Z'],
    ['a comma', '20560101000000,1Z'],
    ['an offset', '20240101000000+0100'],
    ['local time', '20240101000000'],
    ['without seconds', '202401010000Z'],
    ['without minutes', '2024010100Z'],
    ['two digits of year', '240101000000Z'],
    ['five digits of year', '100000101000000Z'],
    ['empty', ''],
  ])('%s is refused', (_, text) => {
    expect(outcome(() => walkDer(generalized(text)))).toBe('time-invalid@2');
    expect(outcome(() => DerReader.of(generalized(text)).time())).toBe('time-invalid@2');
  });

  test('digits of other scripts are not digits', () => {
    const bytes = generalized('20240101000000Z');
    bytes[2] = 0xb2;
    expect(outcome(() => walkDer(bytes))).toBe('time-invalid@2');
  });
});

describe('both', () => {
  const seconds = fc.integer({ min: -62167219200, max: 253402300799 });

  test('every second is read as Date.UTC counts it and written as it was', () => {
    fc.assert(
      fc.property(seconds, (at) => {
        const date = new Date(at * 1000);
        const two = (value: number): string => String(value).padStart(2, '0');
        const year = date.getUTCFullYear();
        const rest = [
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          date.getUTCHours(),
          date.getUTCMinutes(),
          date.getUTCSeconds(),
        ];
        const text = `${String(year).padStart(4, '0')}${rest.map(two).join('')}Z`;
        expect(timeValue(only(generalized(text))).seconds).toBe(at);
        expect(encodeTime({ seconds: at, type: 'GeneralizedTime' })).toEqual(generalized(text));
        if (year >= 1950 && year <= 2049) {
          expect(timeValue(only(utc(text.slice(2)))).seconds).toBe(at);
          expect(encodeTime({ seconds: at, type: 'UTCTime' })).toEqual(utc(text.slice(2)));
        } else {
          expect(() => encodeTime({ seconds: at, type: 'UTCTime' })).toThrow(TypeError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every day of 400 years exists exactly when Date keeps it', () => {
    let days = 0;
    for (let year = 1890; year < 2290; year++) {
      for (let month = 1; month <= 12; month++) {
        for (const day of [1, 28, 29, 30, 31, 32]) {
          const kept = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
          const text = `${year}${String(month).padStart(2, '0')}${day < 10 ? `0${day}` : day}000000Z`;
          const bytes = generalized(text);
          const read = outcome(() =>
            expect(timeValue(only(bytes)).seconds).toBe(Date.UTC(year, month - 1, day) / 1000),
          );
          if (read !== (kept ? 'accepted' : 'time-invalid@2')) throw new Error(`${text} was ${read}`);
          if (kept) days++;
        }
      }
    }
    // 12 months: all have a 1st and a 28th, 11 a 29th and 30th, 7 a 31st; 97 of 400 years have a 29 February.
    expect(days).toBe(400 * (12 + 12 + 11 + 11 + 7) + 97);
  });

  test('any digits are read as Date.UTC reads them, or refused when it would carry over', () => {
    const field = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        field(9999),
        field(14),
        field(33),
        field(25),
        field(61),
        field(61),
        (year, month, day, hour, minute, second) => {
          const two = (value: number): string => String(value).padStart(2, '0');
          const text = `${String(year).padStart(4, '0')}${[month, day, hour, minute, second].map(two).join('')}Z`;
          const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second));
          date.setTime(0);
          date.setUTCFullYear(year, month - 1, day);
          date.setUTCHours(hour, minute, second);
          const kept =
            date.getUTCFullYear() === year &&
            date.getUTCMonth() === month - 1 &&
            date.getUTCDate() === day &&
            date.getUTCHours() === hour &&
            date.getUTCMinutes() === minute &&
            date.getUTCSeconds() === second;
          const read = outcome(() => expect(timeValue(only(generalized(text))).seconds).toBe(date.getTime() / 1000));
          expect(read).toBe(kept ? 'accepted' : 'time-invalid@2');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(['16 00', '37 00', '97 0d'])('%s is no time', (bytes) => {
    expect(outcome(() => timeValue({ ...only(hex('05 00')), tag: hex(bytes)[0] as number }))).toBe('unexpected-tag@0');
  });

  test('the first and the last second that has a text', () => {
    expect([-62167219200, 253402300799].map(isTime)).toEqual([true, true]);
    expect([-62167219200, 253402300799].map(isoTime)).toEqual(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z']);
  });

  test.each([Number.NaN, 0.5, -62167219201, 253402300800, Number.POSITIVE_INFINITY])('%d has no text', (at) => {
    expect(isTime(at)).toBe(false);
    expect(() => isoTime(at)).toThrow(TypeError);
    const time: DerTime = { seconds: at, type: 'GeneralizedTime' };
    expect(() => encodeTime(time)).toThrow(TypeError);
  });

  test.each([
    [-631152001, '1949'],
    [2524608000, '2050'],
  ])('a UTCTime cannot carry %d (%s)', (at) => {
    expect(() => encodeTime({ seconds: at, type: 'UTCTime' })).toThrow(TypeError);
    expect(outcome(() => encodeTime({ seconds: at, type: 'GeneralizedTime' }))).toBe('accepted');
  });
});
