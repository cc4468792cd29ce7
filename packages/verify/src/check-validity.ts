import { type DerTime, isoTime } from '@quorate/der';
import type { Finding } from '@quorate/report';
import type { Certificate } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { type Check, findingOf, type Remark } from './finding.ts';

const DAY = 86_400;

const CHECK: Check = {
  id: 'certificate.validity',
  where: 'tbsCertificate.validity',
  reference: 'RFC 5280 4.1.2.5; SKA.md 8.2.5, 8.2.7',
};

/**
 * Judges notBefore and notAfter. Instants that were asked for must be there to the second. A number of days must be the
 * time between the two, or one second less, since both ends belong to the period (RFC 5280, 4.1.2.5). HSMs move the
 * start to midnight of their own time zone and count the days from there (SKA.md 8.2.5): both ends move, the time
 * between them stays, so nothing more is tolerated; a start on the hour is a warning. So is a period that nobody asked
 * for. Whether the certificate is valid today is not decided here.
 */
export function checkValidity(certificate: Certificate, request: CertificateRequest): Finding {
  const { notBefore, notAfter } = certificate;
  const remarks: Remark[] = [];
  const fail = (message: string): number => remarks.push({ outcome: 'fail', message });
  const warn = (message: string): number => remarks.push({ outcome: 'warn', message });
  const length = notAfter.seconds - notBefore.seconds;
  if (length < 0) fail('notAfter lies before notBefore');
  for (const [name, time] of [
    ['notBefore', notBefore],
    ['notAfter', notAfter],
  ] as const) {
    if (wrongType(time)) fail(`${name} is a GeneralizedTime, and until 2049 it must be a UTCTime`);
    const asked = request[name];
    if (asked !== null && asked !== time.seconds) fail(`another ${name} than the one asked for`);
  }
  const { validityDays } = request;
  if (validityDays !== null && length !== validityDays * DAY && length !== validityDays * DAY - 1) {
    fail('another number of days than the one asked for');
  }
  const endKnown = validityDays !== null || request.notAfter !== null;
  if (!endKnown) warn('nobody asked for a validity: the end is the choice of whoever issued it');
  if (request.notBefore === null && notBefore.seconds % 3600 === 0) {
    warn('it begins on the hour: servers write midnight of their time zone, up to a day before they issue');
  }
  return findingOf(CHECK, remarks, 'the validity asked for', {
    expected: requestedText(request),
    actual: `${isoTime(notBefore.seconds)} to ${isoTime(notAfter.seconds)}, ${daysText(length)}`,
  });
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
  return rest === 0 ? `${days} days` : `${days} days and ${rest} seconds`;
}
