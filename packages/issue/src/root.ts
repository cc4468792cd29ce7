import { buildTbs } from './build-tbs.ts';
import type { CertificateProfile } from './profile.ts';

export interface RootRequest {
  readonly profile: CertificateProfile;
  /** SubjectPublicKeyInfo of the CA's key. */
  readonly publicKey: Uint8Array;
}

/**
 * The TBSCertificate of a self-signed root: `buildTbs` with the issuer `'self'`, without its decisions. Issuer and subject
 * are the same name; authorityKeyIdentifier and subjectKeyIdentifier are the same, unless the profile says otherwise: RFC
 * 5280, 4.2.1.1 asks for the first in every certificate and lets only self-signed ones go without.
 *
 * @throws IssueError the codes of a profile and of lint, `root-not-ca`, `subject-without-request`, `key-invalid`,
 *   `key-weak`, `algorithm-key-mismatch`
 */
export function buildRootTbs({ profile, publicKey }: RootRequest): Uint8Array {
  return buildTbs({ profile, publicKey, issuer: 'self' }).tbs;
}
