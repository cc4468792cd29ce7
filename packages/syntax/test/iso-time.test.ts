import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoTime } from '../src/index.ts';

describe('parseIsoTime', () => {
  it('reads what Date writes, and the same instant in any zone', () => {
    const seconds = fc.integer({ min: -62_167_219_200 + 86_400, max: 253_402_300_799 - 86_400 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -23, max: 23 }), fc.integer({ min: 0, max: 59 }), (at, hours, minutes) => {
        const offset = hours * 3600 + (hours < 0 ? -1 : 1) * minutes * 60;
        const local = new Date((at + offset) * 1000).toISOString().slice(0, 19);
        const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(parseIsoTime(`${new Date(at * 1000).toISOString().slice(0, 19)}Z`)).toBe(at);
        expect(parseIsoTime(local + zone)).toBe(at);
      }),
    );
  });

  it('reads the time of a real proof, and cuts a fraction off', () => {
    expect(parseIsoTime('2024-08-14T20:03:02+02:00')).toBe(1_723_658_582);
    expect(parseIsoTime('2024-08-14T18:03:02.999Z')).toBe(1_723_658_582);
    expect([parseIsoTime('0000-01-01T00:00:00Z'), parseIsoTime('9999-12-31T23:59:59Z')]).toEqual([
      -62_167_219_200, 253_402_300_799,
    ]);
  });

  for (const text of [
    '',
    '2024-08-14',
    '2024-08-14T20:03:02',
    '2024-08-14 20:03:02Z',
    '2024-08-14T20:03:02z',
    '2024-08-14T20:03Z',
    '2024-08-14T20:03:02.Z',
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-00-01T00:00:00Z',
    '2024-01-00T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:60Z',
    '2024-01-01T00:00:00+24:00',
    '2024-01-01T00:00:00+01:60',
    '2024-01-01T00:00:00+0100',
    '0000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    ' 2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00Z\n',
    '+2024-01-01T00:00:00Z',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(parseIsoTime(text)).toBeNull());
  }
});
