import { DerError } from './error.ts';
import type { DerElement } from './header.ts';
import { Tag } from './tag.ts';

/** An instant to the second, and the type it was written in. */
export interface DerTime {
  /** Seconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before that. */
  readonly seconds: number;
  readonly type: 'UTCTime' | 'GeneralizedTime';
}

/**
 * A UTCTime `YYMMDDhhmmssZ` (years 1950 to 2049) or a GeneralizedTime `YYYYMMDDhhmmssZ`, the only forms that RFC 5280,
 * 4.1.2.5 allows: seconds present, no fraction, Zulu, a day that the calendar has, seconds 00 to 59.
 *
 * @throws DerError `time-invalid`, `unexpected-tag`
 */
export function timeValue(element: DerElement): DerTime {
  const { source, content, end, tag } = element;
  if (tag !== Tag.UTC_TIME && tag !== Tag.GENERALIZED_TIME) {
    throw new DerError('unexpected-tag', { offset: element.start, actual: tag });
  }
  const yearDigits = tag === Tag.UTC_TIME ? 2 : 4;
  if (end - content !== yearDigits + 11 || source[end - 1] !== 0x5a) throw invalid(content);
  for (let i = content; i < end - 1; i++) {
    const octet = source[i] as number;
    if (octet < 0x30 || octet > 0x39) throw invalid(content);
  }
  let year = twoDigits(source, content);
  if (yearDigits === 4) year = year * 100 + twoDigits(source, content + 2);
  else year += year < 50 ? 2000 : 1900;
  const month = twoDigits(source, content + yearDigits);
  const day = twoDigits(source, content + yearDigits + 2);
  const hour = twoDigits(source, content + yearDigits + 4);
  const minute = twoDigits(source, content + yearDigits + 6);
  const second = twoDigits(source, content + yearDigits + 8);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw invalid(content);
  if (hour > 23 || minute > 59 || second > 59) throw invalid(content);
  return {
    seconds: daysSinceEpoch(year, month, day) * 86400 + hour * 3600 + minute * 60 + second,
    type: tag === Tag.UTC_TIME ? 'UTCTime' : 'GeneralizedTime',
  };
}

function invalid(offset: number): DerError {
  return new DerError('time-invalid', { offset });
}

function twoDigits(source: Uint8Array, at: number): number {
  return (source[at] as number) * 10 + (source[at + 1] as number) - 11 * 0x30;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar; the year counts from March so that a leap day ends it. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719468;
}

/** Whether a number of seconds since 1970-01-01T00:00:00Z is whole and lies in the years 0 to 9999. */
export function isTime(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= -62167219200 && seconds <= 253402300799;
}

/**
 * The text of a time as ISO 8601 in UTC, `YYYY-MM-DDThh:mm:ssZ`.
 *
 * @param seconds since 1970-01-01T00:00:00Z; an integer whose year lies in 0 to 9999
 * @throws TypeError for other numbers
 */
export function isoTime(seconds: number): string {
  if (!isTime(seconds)) throw new TypeError('a time is a whole number of seconds within the years 0 to 9999');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/**
 * The content octets of a UTCTime (years 1950 to 2049) or a GeneralizedTime (years 0 to 9999).
 *
 * @throws TypeError when the type cannot carry the time
 */
export function timeContent(time: DerTime): Uint8Array {
  const iso = isoTime(time.seconds);
  const year = Number(iso.slice(0, 4));
  if (time.type === 'UTCTime' && (year < 1950 || year > 2049)) {
    throw new TypeError('a UTCTime lies within the years 1950 to 2049');
  }
  const digits = iso.replace(/[-T:]/g, '');
  return new TextEncoder().encode(time.type === 'UTCTime' ? digits.slice(2) : digits);
}
