import { demandFit } from './algorithm.ts';
import { demandProfile } from './demand-profile.ts';
import { IssueError } from './error.ts';
import { alternativeNamesOf } from './extensions.ts';
import type { CertificateProfile } from './profile.ts';
import { subjectOf } from './subject.ts';
import { demandKey, keyIdentifier } from './subject-key.ts';
import { encodeTbs } from './tbs.ts';

export interface RootRequest {
  readonly profile: CertificateProfile;
  /** SubjectPublicKeyInfo of the CA's key. */
  readonly publicKey: Uint8Array;
}

/**
 * The TBSCertificate of a self-signed root: issuer and subject are the same name. Its subjectKeyIdentifier is SHA-1 of the
 * key (RFC 5280, 4.2.1.2, method 1), its authorityKeyIdentifier the same: 4.2.1.1 asks for one in every certificate and
 * lets only self-signed ones go without. The same input gives the same bytes.
 *
 * @throws IssueError the codes of a profile, `root-not-ca`, `subject-without-request`, `key-invalid`, `key-weak`,
 *   `algorithm-key-mismatch`
 */
export function buildRootTbs({ profile, publicKey }: RootRequest): Uint8Array {
  const demanded = demandProfile(profile);
  if (profile.basicConstraints?.ca !== true) {
    throw new IssueError('root-not-ca', { path: 'basicConstraints', expected: 'CA:TRUE' });
  }
  const subject = subjectOf(profile, null);
  const key = demandKey(publicKey, 'publicKey');
  demandFit(profile.signatureAlgorithm, key, 'algorithm-key-mismatch', 'signatureAlgorithm');
  const identifier = keyIdentifier(publicKey);
  return encodeTbs({
    ...demanded,
    issuer: subject.bytes,
    validity: profile,
    subject: subject.bytes,
    publicKey,
    extensions: {
      basicConstraints: profile.basicConstraints,
      keyUsage: profile.keyUsage,
      extendedKeyUsage: demanded.extendedKeyUsage,
      subjectKeyIdentifier: identifier,
      authorityKeyIdentifier: identifier,
      subjectAltName: alternativeNamesOf(profile, subject.empty),
    },
  });
}
