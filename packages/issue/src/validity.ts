import { type DerTime, encodeSequence, encodeTime, isoTime } from '@quorate/der';
import { IssueError } from './error.ts';

/** When a certificate is valid: seconds since 1970-01-01T00:00:00Z, both ends included. */
export interface Validity {
  readonly notBefore: number;
  readonly notAfter: number;
}

/** 1950-01-01T00:00:00Z: years to 2049 must be written as UTCTime, which begins there (RFC 5280, 4.1.2.5). */
const EARLIEST = -631152000;
/** 2050-01-01T00:00:00Z, the first second that is written as GeneralizedTime. */
const GENERALIZED = 2524608000;
/** 9999-12-31T23:59:59Z. */
const LATEST = 253402300799;

/** @throws IssueError `time-invalid`, `dates-inverted` */
export function demandValidity({ notBefore, notAfter }: Validity): void {
  demandTime(notBefore, 'notBefore');
  demandTime(notAfter, 'notAfter');
  if (notAfter <= notBefore) {
    const expected = `a time after ${isoTime(notBefore)}`;
    throw new IssueError('dates-inverted', { path: 'notAfter', expected, actual: isoTime(notAfter) });
  }
}

/** @throws IssueError `time-invalid` */
export function demandTime(seconds: number, path: string): void {
  if (Number.isInteger(seconds) && seconds >= EARLIEST && seconds <= LATEST) return;
  const expected = `whole seconds from ${EARLIEST} (1950) to ${LATEST} (9999)`;
  throw new IssueError('time-invalid', { path, expected, actual: String(seconds) });
}

/** The type a time must be written in (RFC 5280, 4.1.2.5). */
export function derTime(seconds: number): DerTime {
  return { seconds, type: seconds < GENERALIZED ? 'UTCTime' : 'GeneralizedTime' };
}

/** Validity in DER. */
export function encodeValidity({ notBefore, notAfter }: Validity): Uint8Array {
  return encodeSequence(encodeTime(derTime(notBefore)), encodeTime(derTime(notAfter)));
}
