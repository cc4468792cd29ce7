import type { Certificate } from './certificate.ts';
import type { CertificationRequest } from './certification-request.ts';
import { type CrlDistributionPoints, readCrlDistributionPoints } from './crl-distribution-points.ts';
import { reading, type X509Object } from './error.ts';
import type { Extension } from './extension.ts';
import { type CertificateExtensionName, certificateExtensionName } from './extension-name.ts';
import {
  type AuthorityKeyIdentifier,
  type ExtendedKeyUsage,
  type KeyUsageExtension,
  readAuthorityKeyIdentifier,
  readExtendedKeyUsage,
  readKeyUsage,
  readSubjectKeyIdentifier,
  type SubjectKeyIdentifier,
} from './key-extensions.ts';
import { type AltName, type InfoAccess, readAltName, readInfoAccess } from './name-extensions.ts';
import {
  type BasicConstraints,
  type InhibitAnyPolicy,
  type NameConstraints,
  type PolicyConstraints,
  readBasicConstraints,
  readInhibitAnyPolicy,
  readNameConstraints,
  readPolicyConstraints,
} from './path-extensions.ts';
import {
  type CertificatePolicies,
  type PolicyMappings,
  readCertificatePolicies,
  readPolicyMappings,
} from './policy-extensions.ts';

/** The extensions of RFC 5280, 4.2 as they are read; `null` where there is none. What they say is not judged. */
export interface CertificateExtensions {
  readonly basicConstraints: BasicConstraints | null;
  readonly keyUsage: KeyUsageExtension | null;
  readonly extendedKeyUsage: ExtendedKeyUsage | null;
  readonly subjectKeyIdentifier: SubjectKeyIdentifier | null;
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | null;
  readonly subjectAltName: AltName | null;
  readonly issuerAltName: AltName | null;
  readonly nameConstraints: NameConstraints | null;
  readonly certificatePolicies: CertificatePolicies | null;
  readonly policyMappings: PolicyMappings | null;
  readonly policyConstraints: PolicyConstraints | null;
  readonly inhibitAnyPolicy: InhibitAnyPolicy | null;
  readonly crlDistributionPoints: CrlDistributionPoints | null;
  readonly freshestCrl: CrlDistributionPoints | null;
  readonly authorityInfoAccess: InfoAccess | null;
  readonly subjectInfoAccess: InfoAccess | null;
  /** All that are none of these, unread, in their order. */
  readonly other: readonly Extension[];
}

/**
 * The extensions of a certificate or TBSCertificate, each read to the end by the strict rules of DER and the bounds of RFC 5280, 4.2.
 *
 * @throws X509Error whose `extension` says which one is malformed
 */
export function certificateExtensions(certificate: Pick<Certificate, 'extensions'>): CertificateExtensions {
  return readExtensions(certificate.extensions, 'certificate');
}

/**
 * The extensions that a certification request asks for, read as those of a certificate.
 *
 * @throws X509Error whose `extension` says which one is malformed
 */
export function requestExtensions(request: Pick<CertificationRequest, 'extensions'>): CertificateExtensions {
  return readExtensions(request.extensions, 'certification request');
}

type Draft = { -readonly [field in keyof CertificateExtensions]: CertificateExtensions[field] };

function readExtensions(extensions: readonly Extension[], object: X509Object): CertificateExtensions {
  const other: Extension[] = [];
  const draft: Draft = {
    basicConstraints: null,
    keyUsage: null,
    extendedKeyUsage: null,
    subjectKeyIdentifier: null,
    authorityKeyIdentifier: null,
    subjectAltName: null,
    issuerAltName: null,
    nameConstraints: null,
    certificatePolicies: null,
    policyMappings: null,
    policyConstraints: null,
    inhibitAnyPolicy: null,
    crlDistributionPoints: null,
    freshestCrl: null,
    authorityInfoAccess: null,
    subjectInfoAccess: null,
    other,
  };
  for (const extension of extensions) {
    const name = certificateExtensionName(extension.oid);
    if (name === null) other.push(extension);
    else reading(object, name, () => readInto(draft, name, extension));
  }
  return draft;
}

function readInto(draft: Draft, name: CertificateExtensionName, extension: Extension): void {
  switch (name) {
    case 'basicConstraints':
      draft.basicConstraints = readBasicConstraints(extension);
      return;
    case 'keyUsage':
      draft.keyUsage = readKeyUsage(extension);
      return;
    case 'extKeyUsage':
      draft.extendedKeyUsage = readExtendedKeyUsage(extension);
      return;
    case 'subjectKeyIdentifier':
      draft.subjectKeyIdentifier = readSubjectKeyIdentifier(extension);
      return;
    case 'authorityKeyIdentifier':
      draft.authorityKeyIdentifier = readAuthorityKeyIdentifier(extension);
      return;
    case 'subjectAltName':
      draft.subjectAltName = readAltName(extension);
      return;
    case 'issuerAltName':
      draft.issuerAltName = readAltName(extension);
      return;
    case 'nameConstraints':
      draft.nameConstraints = readNameConstraints(extension);
      return;
    case 'certificatePolicies':
      draft.certificatePolicies = readCertificatePolicies(extension);
      return;
    case 'policyMappings':
      draft.policyMappings = readPolicyMappings(extension);
      return;
    case 'policyConstraints':
      draft.policyConstraints = readPolicyConstraints(extension);
      return;
    case 'inhibitAnyPolicy':
      draft.inhibitAnyPolicy = readInhibitAnyPolicy(extension);
      return;
    case 'cRLDistributionPoints':
      draft.crlDistributionPoints = readCrlDistributionPoints(extension);
      return;
    case 'freshestCRL':
      draft.freshestCrl = readCrlDistributionPoints(extension);
      return;
    case 'authorityInfoAccess':
      draft.authorityInfoAccess = readInfoAccess(extension);
      return;
    case 'subjectInfoAccess':
      draft.subjectInfoAccess = readInfoAccess(extension);
  }
}
