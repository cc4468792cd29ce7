import { purposeOid } from '@quorate/x509';
import { IssueError } from './error.ts';
import type { CertificateProfile } from './profile.ts';

const TIME_STAMPING = purposeOid('timeStamping');
const OCSP_SIGNING = purposeOid('OCSPSigning');

/** Whether a certificate with these purposes is a time-stamping authority's; a CA may have the purpose for those below it. */
export function isTimeStamper(
  { basicConstraints }: Pick<CertificateProfile, 'basicConstraints'>,
  purposes: readonly string[] | null,
): boolean {
  return basicConstraints?.ca !== true && (purposes ?? []).some((purpose) => purpose === TIME_STAMPING);
}

/**
 * Checks what single purposes ask of the rest: time stamping is the only purpose of a key (RFC 3161, 2.3); ocsp-nocheck
 * stands in the certificate of an OCSP responder (RFC 6960, 4.2.2.2.1), and in any other would tell verifiers not to look
 * for its revocation.
 *
 * @param purposes object identifiers; `null`: no extKeyUsage
 * @throws IssueError `extension-invalid`
 */
export function demandPurposeForm(profile: CertificateProfile, purposes: readonly string[] | null): void {
  if (purposes !== null && purposes.length > 1 && isTimeStamper(profile, purposes)) {
    const [path, expected] = ['extendedKeyUsage', 'timeStamping alone (RFC 3161, 2.3)'];
    throw new IssueError('extension-invalid', { path, expected, actual: `${purposes.length} purposes` });
  }
  if (profile.ocspNoCheck === true && !(purposes ?? []).some((purpose) => purpose === OCSP_SIGNING)) {
    const [path, expected] = ['ocspNoCheck', 'OCSPSigning among the purposes, or no such extension'];
    throw new IssueError('extension-invalid', { path, expected, actual: 'other purposes, or none' });
  }
}
