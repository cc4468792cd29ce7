import { Tag } from '@quorate/der';
import { LintError } from '../error.ts';
import type { LintCertificate } from '../object/lint-certificate.ts';
import type { RawTime } from '../object/raw-time.ts';
import { remembered } from '../object/remembered.ts';

/** A time of a certificate and the field that holds it. */
export interface PlacedTime {
  readonly where: string;
  readonly time: RawTime;
}

/** A UTCTime or GeneralizedTime in any form that BER allows, in its parts. */
export interface TimeForm {
  readonly year: number;
  /** Month, day and hour, and what there is of minute and second. */
  readonly parts: readonly number[];
  readonly hasSeconds: boolean;
  readonly hasFraction: boolean;
  /** `Z`, an offset as `+0100`, or nothing: local time. */
  readonly zone: string;
}

/** notBefore and notAfter. */
export const timesOf: (object: LintCertificate) => readonly PlacedTime[] = remembered(({ notBefore, notAfter }) => [
  { where: 'validity.notBefore', time: notBefore },
  { where: 'validity.notAfter', time: notAfter },
]);

/** The parts of a time, or `null` when it is none. Whether the calendar has the day is not looked at. */
export const timeForm: (time: RawTime) => TimeForm | null = remembered(({ tag, text }) => {
  const match = /^(\d{10}(?:\d\d){0,2})([.,]\d+)?(Z|[+-]\d\d(?:\d\d)?)?$/.exec(text);
  const yearDigits = tag === Tag.UTC_TIME ? 2 : tag === Tag.GENERALIZED_TIME ? 4 : 0;
  if (match === null || yearDigits === 0) return null;
  const [, digits = '', fraction, zone = ''] = match;
  const parts: number[] = [];
  for (let i = yearDigits; i < digits.length; i += 2) parts.push(Number(digits.slice(i, i + 2)));
  const short = Number(digits.slice(0, yearDigits));
  const year = yearDigits === 4 ? short : short + (short < 50 ? 2000 : 1900);
  if (parts.length < 3 || parts.length > 5) return null;
  return { year, parts, hasSeconds: parts.length === 5, hasFraction: fraction !== undefined, zone };
});

/**
 * As `timeForm`, where a rule is about the form of a time.
 *
 * @throws LintError when it is no time at all
 */
export function timeFormOf({ where, time }: PlacedTime): TimeForm {
  const form = timeForm(time);
  if (form === null) throw new LintError('unreadable', { field: where, cause: time.error });
  return form;
}
