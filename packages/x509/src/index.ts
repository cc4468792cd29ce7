/** Strict reading of X.509 certificates (RFC 5280, 4) and certification requests (RFC 2986). */
export { type Certificate, parseCertificate, parseTbsCertificate, type TbsCertificate } from './certificate.ts';
export {
  type CertificationRequest,
  parseCertificationRequest,
  type RequestAttribute,
} from './certification-request.ts';
export type { CrlDistributionPoints, DistributionPoint, ReasonFlag } from './crl-distribution-points.ts';
export { X509Error, type X509ErrorCode, type X509ErrorFacts, type X509Object } from './error.ts';
export type { Extension } from './extension.ts';
export { type ExtensionName, extensionName } from './extension-name.ts';
export { type CertificateExtensions, certificateExtensions, requestExtensions } from './extensions.ts';
export type { GeneralName } from './general-name.ts';
export {
  type AuthorityKeyIdentifier,
  type ExtendedKeyUsage,
  type KeyUsage,
  type KeyUsageExtension,
  keyUsageNames,
  type SubjectKeyIdentifier,
} from './key-extensions.ts';
export { commonNameOf, type Name, type NameAttribute } from './name.ts';
export type { AccessDescription, AltName, InfoAccess } from './name-extensions.ts';
export { nameText } from './name-text.ts';
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
