import { buildTbs } from './build-tbs.ts';
import type { CertificateProfile } from './profile.ts';

export interface IssuanceRequest {
  readonly profile: CertificateProfile;
  /** A certification request (RFC 2986), DER. */
  readonly csr: Uint8Array;
  /** The issuer's certificate, DER. */
  readonly issuer: Uint8Array;
}

/**
 * The TBSCertificate for the key of a certification request, to be signed by an issuer: `buildTbs` with these three, without
 * its decisions.
 *
 * @throws IssueError the codes of a profile, a request, an issuer and lint
 */
export function buildTbsFromCsr({ profile, csr, issuer }: IssuanceRequest): Uint8Array {
  return buildTbs({ profile, csr, issuer }).tbs;
}
