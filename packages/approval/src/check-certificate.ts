import { isoTime } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { nameText } from '@quorate/x509';
import type { Credential } from './credential.ts';
import type { Timestamp } from './token.ts';

/**
 * Whether an approver's certificate was valid when the HSM timestamped the request. A warning when not: whether an HSM
 * looks at the dates is not known (SKA.md 10, question 18). Who issued the certificate is not judged here.
 */
export function certificateFindings({ certificate }: Credential, timestamp: Timestamp | null): Finding[] {
  if (certificate === null || timestamp === null) return [];
  const finding = {
    id: 'approval.certificate-validity',
    where: 'approverCertificate',
    reference: 'RFC 5280, 4.1.2.5; SKA.md 10',
  } as const;
  const { notBefore, notAfter, subject } = certificate;
  const name = nameText(subject) || 'without a subject';
  const actual = isoTime(timestamp.time);
  if (timestamp.time >= notBefore.seconds && timestamp.time <= notAfter.seconds) {
    const message = `the approver's certificate (${name}) was valid at the timestamp, ${actual}`;
    return [{ ...finding, outcome: 'pass', message }];
  }
  const expected = `${isoTime(notBefore.seconds)} to ${isoTime(notAfter.seconds)}`;
  const message = `the approver's certificate (${name}) was not valid at the timestamp`;
  return [{ ...finding, outcome: 'warn', message, expected, actual }];
}
