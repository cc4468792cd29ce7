/** Strict reading of X.509 certificates and CRLs (RFC 5280), certification requests (RFC 2986), OCSP responses (RFC 6960). */
export { type Certificate, parseCertificate, parseTbsCertificate, type TbsCertificate } from './certificate.ts';
export { type CertificateList, parseCertificateList, revokedCertificates } from './certificate-list.ts';
export {
  type CertificateListExtensions,
  type CrlNumber,
  certificateListExtensions,
} from './certificate-list-extensions.ts';
export {
  type CertificationRequest,
  parseCertificationRequest,
  type RequestAttribute,
} from './certification-request.ts';
export type {
  CrlDistributionPoints,
  DistributionPoint,
  DistributionPointName,
  ReasonFlag,
} from './crl-distribution-points.ts';
export {
  type CrlEntryExtensions,
  crlEntryExtensions,
  type InvalidityDate,
  type ReasonCode,
} from './crl-entry-extensions.ts';
export type { CrlReason } from './crl-reason.ts';
export { X509Error, type X509ErrorCode, type X509ErrorFacts, type X509Object } from './error.ts';
export type { Extension } from './extension.ts';
export { type ExtensionName, extensionName } from './extension-name.ts';
export { type CertificateExtensions, certificateExtensions, requestExtensions } from './extensions.ts';
export type { GeneralName } from './general-name.ts';
export { generalNameText } from './general-name-text.ts';
export type { IssuingDistributionPoint } from './issuing-distribution-point.ts';
export {
  type AuthorityKeyIdentifier,
  type ExtendedKeyUsage,
  type KeyUsage,
  type KeyUsageExtension,
  keyUsageNames,
  type SubjectKeyIdentifier,
} from './key-extensions.ts';
export {
  type ByteRange,
  type CertificateField,
  type CertificateListField,
  type ExtensionHolder,
  locateExtension,
  locateField,
  locateListField,
  locateRequestField,
  type RequestField,
} from './locate.ts';
export { commonNameOf, type Name, type NameAttribute, parseName } from './name.ts';
export type { AccessDescription, AltName, InfoAccess } from './name-extensions.ts';
export { nameText } from './name-text.ts';
export {
  type CertificateNames,
  type CheckedName,
  checkNames,
  type NameViolation,
  type NameViolationReason,
} from './names/check-names.ts';
export { isNameWithin, nameKey, sameName } from './names/compare.ts';
export { endsInNumber, hostName, type Mailbox, mailboxOf } from './names/internet-name.ts';
export { addNameConstraints, type NameSubtrees, noSubtrees } from './names/name-subtrees.ts';
export {
  type BasicOcspResponse,
  type OcspResponse,
  type OcspResponseStatus,
  parseOcspResponse,
  type ResponderId,
} from './ocsp-response.ts';
export type { CertId, CertStatus, SingleResponse } from './ocsp-single-response.ts';
export type {
  BasicConstraints,
  GeneralSubtree,
  InhibitAnyPolicy,
  NameConstraints,
  PolicyConstraints,
} from './path-extensions.ts';
export type {
  CertificatePolicies,
  PolicyInformation,
  PolicyMapping,
  PolicyMappings,
  PolicyQualifier,
} from './policy-extensions.ts';
export { purposeName, purposeOid } from './purpose.ts';
export type { RevokedCertificate } from './revoked-certificate.ts';
export { type TbsDifference, tbsDifferences } from './tbs-differences.ts';
