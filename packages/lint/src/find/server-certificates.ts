import { purposeOid } from '@quorate/x509';
import { extensionValue } from '../object/extension-value.ts';
import type { LintCertificate } from '../object/lint-certificate.ts';
import { isCa, isSelfIssued } from '../object/roles.ts';
import type { RuleFinding } from '../rule.ts';
import { validitySeconds } from './validity-days.ts';

const SERVER_PURPOSES: readonly string[] = ['serverAuth', 'anyExtendedKeyUsage'].map((name) => purposeOid(name) ?? '');

/** Whether TLS servers may use the certificate: it names no purposes, or serverAuth, or any. */
export function isForServers(certificate: LintCertificate): boolean {
  const purposes = extensionValue(certificate, 'extKeyUsage')?.purposes;
  return purposes === undefined || purposes.some((oid) => SERVER_PURPOSES.includes(oid));
}

/** A CA from which certificates of TLS servers may come. */
export function isServerCa(certificate: LintCertificate): boolean {
  return isCa(certificate) && isForServers(certificate);
}

/** Such a CA whose issuer has another name. */
export function isSubordinateServerCa(certificate: LintCertificate): boolean {
  return isServerCa(certificate) && !isSelfIssued(certificate);
}

/** The certificate of a TLS server: a Subscriber Certificate of the Baseline Requirements, if it is by a public CA. */
export function isSubscriber(certificate: LintCertificate): boolean {
  return !isCa(certificate) && isForServers(certificate);
}

/**
 * One finding when the certificate is valid for more than this many days.
 *
 * @param inclusive whether notBefore and notAfter both count and a begun day counts whole, as the Baseline Requirements,
 *   6.3.2 have said since September 2020
 */
export function findLongValidity(
  certificate: LintCertificate,
  days: number,
  inclusive: boolean,
): readonly RuleFinding[] {
  const seconds = validitySeconds(certificate);
  if (seconds === null) return [];
  const counted = inclusive ? seconds + 1 : seconds;
  if (counted <= days * 86_400) return [];
  const message = 'the certificate is valid for too long';
  const facts = { expected: `at most ${days} days`, actual: `${Math.ceil(counted / 86_400)} days begun` };
  return [{ message, where: 'validity', at: certificate.notAfter.bytes, ...facts }];
}
