import { IssueError } from './error.ts';
import type { CertificateProfile } from './profile.ts';

/** pathLen counts certificates in a path; nobody builds longer ones, and readers hold the number in an octet. */
const MAX_PATH_LENGTH = 255;

/**
 * Checks that basicConstraints and keyUsage agree on whether this is a CA: keyCertSign if and only if CA:TRUE, pathLen
 * for a CA alone (RFC 5280, 4.2.1.3, 4.2.1.9). cRLSign is free: one who is no CA may sign CRLs (5.2.5).
 *
 * @throws IssueError `path-length-invalid`, `path-length-without-ca`, `key-cert-sign-without-ca`,
 *   `ca-without-key-cert-sign`
 */
export function demandAuthority({
  basicConstraints,
  keyUsage,
}: Pick<CertificateProfile, 'basicConstraints' | 'keyUsage'>): void {
  const ca = basicConstraints?.ca === true;
  const pathLen = basicConstraints?.pathLen;
  if (pathLen !== undefined) {
    const path = 'basicConstraints.pathLen';
    if (!ca) throw new IssueError('path-length-without-ca', { path, expected: 'none', actual: `${pathLen}` });
    if (!Number.isInteger(pathLen) || pathLen < 0 || pathLen > MAX_PATH_LENGTH) {
      const expected = `a whole number from 0 to ${MAX_PATH_LENGTH}`;
      throw new IssueError('path-length-invalid', { path, expected, actual: String(pathLen) });
    }
  }
  const signs = keyUsage?.includes('keyCertSign') ?? false;
  if (signs && !ca) {
    const expected = 'basicConstraints with `ca: true`';
    throw new IssueError('key-cert-sign-without-ca', { path: 'keyUsage', expected });
  }
  if (ca && !signs) {
    throw new IssueError('ca-without-key-cert-sign', { path: 'keyUsage', expected: 'keyCertSign among the usages' });
  }
}
