import { demandProfile } from './demand-profile.ts';
import { alternativeNamesOf } from './extensions.ts';
import { demandWithinIssuer, readIssuer } from './issuer.ts';
import type { CertificateProfile } from './profile.ts';
import { readProvenRequest } from './request.ts';
import { subjectOf } from './subject.ts';
import { keyIdentifier } from './subject-key.ts';
import { encodeTbs } from './tbs.ts';

export interface IssuanceRequest {
  readonly profile: CertificateProfile;
  /** A certification request (RFC 2986), DER. */
  readonly csr: Uint8Array;
  /** The issuer's certificate, DER. */
  readonly issuer: Uint8Array;
}

/**
 * The TBSCertificate for the key of a certification request, to be signed by an issuer. Proof of possession comes first.
 * From the request comes the key, byte for byte, and the subject if the profile says so; the extensions that it asks for are
 * not looked at: the profile alone says what is in the certificate. From the issuer's certificate come the issuer's name
 * and, as authorityKeyIdentifier, its subjectKeyIdentifier, byte for byte. The same input gives the same bytes.
 *
 * @throws IssueError the codes of a profile, a request and an issuer
 */
export function buildTbsFromCsr({ profile, csr, issuer }: IssuanceRequest): Uint8Array {
  const { request } = readProvenRequest(csr);
  const demanded = demandProfile(profile);
  const subject = subjectOf(profile, request.subject);
  const authority = readIssuer(issuer);
  demandWithinIssuer(profile, authority);
  return encodeTbs({
    ...demanded,
    issuer: authority.name,
    validity: profile,
    subject: subject.bytes,
    publicKey: request.publicKey,
    extensions: {
      basicConstraints: profile.basicConstraints,
      keyUsage: profile.keyUsage,
      extendedKeyUsage: demanded.extendedKeyUsage,
      subjectKeyIdentifier: keyIdentifier(request.publicKey),
      authorityKeyIdentifier: authority.keyIdentifier,
      subjectAltName: alternativeNamesOf(profile, subject.empty),
    },
  });
}
