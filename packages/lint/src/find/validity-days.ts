import type { LintCertificate } from '../object/lint-certificate.ts';
import type { RuleFinding } from '../rule.ts';

/** Seconds from notBefore to notAfter; `null` when one of them is no time of RFC 5280. */
export function validitySeconds({ notBefore, notAfter }: LintCertificate): number | null {
  return notBefore.time === null || notAfter.time === null ? null : notAfter.time.seconds - notBefore.time.seconds;
}

/** One finding when notAfter is to the second this many days after notBefore, so that nobody chose another. */
export function findDefaultValidity(certificate: LintCertificate, days: number): readonly RuleFinding[] {
  if (validitySeconds(certificate) !== days * 86_400) return [];
  const message = `the certificate is valid for ${days} days to the second`;
  return [{ message, where: 'validity', at: certificate.notAfter.bytes, expected: 'the validity asked for' }];
}
