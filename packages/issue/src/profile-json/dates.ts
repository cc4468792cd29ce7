import { isoTime } from '@quorate/der';
import { parseIsoTime } from '@quorate/syntax';
import { IssueError } from '../error.ts';
import { quoted } from '../text.ts';
import { demandTime } from '../validity.ts';

/** 9999-12-31T23:59:59Z: no well-defined end (RFC 5280, 4.1.2.5). */
const NEVER = 253402300799;

/** ISO 8601 to the second, with a zone. */
export const TIME: RegExp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
/** Years, months, days, hours (ISO 8601): at least one of them. */
const DURATION = /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,7})D)?(?:T(\d{1,8})H)?$/;
/** What notAfter may be. */
export const END: RegExp = new RegExp(`${TIME.source}|^never$|${DURATION.source}`);

/** @throws IssueError `profile-malformed` for text that is no time, or a day that there is not */
export function timeOf(text: string, path: string): number {
  const seconds = TIME.test(text) ? parseIsoTime(text) : null;
  if (seconds !== null) return seconds;
  const expected = 'a time to the second, such as `2026-01-31T00:00:00Z`';
  throw new IssueError('profile-malformed', { path, expected, actual: quoted(text) });
}

/**
 * The end of a validity: a time, `never`, or a duration. A duration counts from `notBefore`, both ends included (RFC 5280,
 * 4.1.2.5), so that `P1D` from midnight ends a second before the next. Years and months keep day and time of day, in UTC.
 *
 * @throws IssueError `profile-malformed` for other text, and for a day that there is not, as a year after 29 February
 */
export function endOf(text: string, notBefore: number, path: string): number {
  if (text === 'never') return NEVER;
  const match = DURATION.exec(text);
  if (match === null) return timeOf(text, path);
  const [years, months, days, hours] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const date = new Date(notBefore * 1000);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + 12 * years + months);
  if (date.getUTCDate() !== day) {
    const expected = 'a duration that ends on a day of the calendar; count in days';
    throw new IssueError('profile-malformed', { path, expected, actual: quoted(text) });
  }
  const end = date.getTime() / 1000 + 86_400 * days + 3600 * hours - 1;
  if (Number.isInteger(end) && end <= NEVER) return end;
  throw new IssueError('profile-malformed', { path, expected: 'an end before the year 10000', actual: quoted(text) });
}

/**
 * The text of a time; of the last second that there is `never`, where that may stand.
 *
 * @throws IssueError `time-invalid`
 */
export function textOfTime(seconds: number, path: 'notBefore' | 'notAfter'): string {
  demandTime(seconds, path);
  return seconds === NEVER && path === 'notAfter' ? 'never' : isoTime(seconds);
}
