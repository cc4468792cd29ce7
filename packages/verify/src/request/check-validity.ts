import { type DerTime, isoTime } from '@quorate/der';
import type { Certificate } from '@quorate/x509';
import { at, validityRange } from './byte-range.ts';
import type { CertificateRequest } from './certificate-request.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';

const DAY = 86_400;
/** The longest day of a time zone: the one on which its clocks go back. */
const LONGEST_DAY: number = 25 * 3600;

const CHECK: Check = {
  id: 'certificate.validity',
  where: 'tbsCertificate.validity',
  reference: 'RFC 5280 4.1.2.5; SKA.md 8.2.5, 8.2.7',
  action: 'refuse it and have it issued anew, or have this validity approved',
};

/**
 * Judges notBefore and notAfter. Instants that were asked for must be there to the second. A number of days must be the
 * time between the two, in days of 86,400 seconds, or one second less, since both ends belong to the period (RFC 5280,
 * 4.1.2.5). HSMs move the start to midnight of their own time zone and count the days from there (SKA.md 8.2.5): both
 * ends move, the time between them stays, so no other number of days is tolerated; a start at what may be a midnight is a
 * warning. So is a period that nobody asked for.
 *
 * Where it is known when the certificate was asked for and came back, and no start was asked for, it must begin within
 * that time, or at the last midnight before it. Whether the certificate is valid today is not decided here.
 */
export function checkValidity(certificate: Certificate, request: CertificateRequest): RequestFinding {
  const { notBefore, notAfter } = certificate;
  const length = notAfter.seconds - notBefore.seconds;
  const remarks: Remark[] = [];
  if (length < 0) remarks.push({ outcome: 'fail', message: 'notAfter lies before notBefore' });
  remarks.push(
    ...timeRemarks('notBefore', notBefore, request.notBefore),
    ...timeRemarks('notAfter', notAfter, request.notAfter),
    ...lengthRemarks(length, request),
    ...(request.notBefore === null ? startRemarks(notBefore.seconds, request) : []),
  );
  return findingOf(at(CHECK, validityRange(certificate)), remarks, 'the validity asked for', {
    expected: requestedText(request),
    actual: `${isoTime(notBefore.seconds)} to ${isoTime(notAfter.seconds)}, ${daysText(length)}`,
  });
}

/** A period that begins sooner or ends later than asked for is the weaker one. */
function timeRemarks(name: 'notBefore' | 'notAfter', time: DerTime, asked: number | null): Remark[] {
  const remarks: Remark[] = [];
  if (wrongType(time)) {
    const message = `${name} is in another encoding: a GeneralizedTime, and until 2049 it must be a UTCTime`;
    remarks.push(differs('encoding', name, message));
  }
  if (asked !== null && asked !== time.seconds) {
    const later = time.seconds > asked;
    const kind = later === (name === 'notAfter') ? 'weaker' : 'stronger';
    const by = daysText(Math.abs(time.seconds - asked));
    remarks.push(differs(kind, name, `${kind}: ${name} is ${by} ${later ? 'later' : 'sooner'} than asked for`));
  }
  return remarks;
}

function lengthRemarks(length: number, { validityDays, notAfter }: CertificateRequest): Remark[] {
  if (validityDays === null) {
    if (notAfter !== null) return [];
    const unasked = 'nobody asked for a validity: the end is the choice of whoever issued it';
    const known = DEFAULTS.get(length);
    return [{ outcome: 'warn', message: known === undefined ? unasked : `${unasked}, here ${known}` }];
  }
  const asked = validityDays * DAY;
  if (length === asked || length === asked - 1) return [];
  const kind = length > asked ? 'weaker' : 'stronger';
  const by = `${daysText(Math.abs(length - asked))} ${length > asked ? 'longer' : 'shorter'}`;
  return [differs(kind, 'validity', `${kind}: another number of days than the one asked for, ${by}`)];
}

/** Lengths that servers have used where nobody asked for one (SKA.md 8.2.7). */
const DEFAULTS: ReadonlyMap<number, string> = new Map([
  [90 * DAY, 'the 90 days that are the default of keytool'],
  [3650 * DAY, 'the 3650 days that are a default of the REST interface'],
]);

function startRemarks(start: number, { requestedAt, returnedAt }: CertificateRequest): Remark[] {
  const remarks: Remark[] = [];
  if (requestedAt !== undefined && start < requestedAt - LONGEST_DAY) {
    const message = `weaker: it begins ${daysText(requestedAt - start)} before it was asked for, and midnight explains one`;
    remarks.push(differs('weaker', 'notBefore', message));
  }
  if (returnedAt !== undefined && start > returnedAt) {
    remarks.push(
      differs('stronger', 'notBefore', `stronger: it begins ${daysText(start - returnedAt)} after it came back`),
    );
  }
  const midnight = midnightText(start);
  if (midnight !== null) {
    const message = `it begins at ${midnight}: servers write midnight of their time zone, up to a day before they issue`;
    remarks.push({ outcome: 'warn', message });
  }
  return remarks;
}

/** Time zones are multiples of a quarter of an hour from UTC, -12:00 to +14:00; from +12:00 on two have one midnight. */
function midnightText(start: number): string | null {
  const quarters = (((start / 900) % 96) + 96) % 96;
  if (!Number.isInteger(quarters)) return null;
  if (quarters === 0) return 'midnight UTC';
  const offset = quarters <= 48 ? -quarters : 96 - quarters;
  const hours = `${Math.floor(Math.abs(offset) / 4)}`.padStart(2, '0');
  const minutes = `${(Math.abs(offset) % 4) * 15}`.padStart(2, '0');
  return `midnight of UTC${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** A GeneralizedTime for a year that a UTCTime can write; the reverse cannot be written. */
function wrongType(time: DerTime): boolean {
  return time.type === 'GeneralizedTime' && time.seconds >= -631_152_000 && time.seconds < 2_524_608_000;
}

function requestedText({ validityDays, notBefore, notAfter }: CertificateRequest): string {
  const parts: string[] = [];
  if (notBefore !== null) parts.push(`from ${isoTime(notBefore)}`);
  if (notAfter !== null) parts.push(`to ${isoTime(notAfter)}`);
  if (validityDays !== null) parts.push(daysText(validityDays * DAY));
  return parts.length === 0 ? 'nothing in particular' : parts.join(', ');
}

/** A length of time in days, and what is left over in seconds. */
function daysText(seconds: number): string {
  const days = Math.trunc(seconds / DAY);
  const rest = seconds - days * DAY;
  if (rest === 0) return counted(days, 'day');
  return days === 0 ? counted(rest, 'second') : `${counted(days, 'day')} and ${counted(rest, 'second')}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
