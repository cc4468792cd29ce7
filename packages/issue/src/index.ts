/** Certificates whose signature is made elsewhere: what is to be signed, and joining it with the signature. */
export { type AllowableCode, type Allowance, allowableCodes } from './allowance.ts';
export { type AssemblyParts, assemble } from './assembly/assemble.ts';
export type { ReturnedSignature } from './assembly/join.ts';
export { type SignatureForm, signatureForms } from './assembly/signature-form.ts';
export { type BuiltTbs, buildTbs, type TbsRequest } from './build-tbs.ts';
export { assembleCrl, type CrlAssemblyParts } from './crl/assemble-crl.ts';
export { type BuiltCertList, buildTbsCertList, type CertListRequest } from './crl/build-tbs-cert-list.ts';
export type {
  CrlPointProfile,
  CrlProfile,
  DroppedRevocation,
  IssuingDistributionPointProfile,
  Revocation,
} from './crl/crl-profile.ts';
export { revocationReasons } from './crl/entry.ts';
export { type CrlProfileJson, readCrlProfile } from './crl/read-crl-profile.ts';
export { type Revocations, type RevocationsJson, readRevocations } from './crl/read-revocations.ts';
export { readTbsCertList, type TbsCertList, tbsCertListExtensions } from './crl/read-tbs-cert-list.ts';
export { assembleCsr, type CsrAssemblyParts } from './csr/assemble-csr.ts';
export { buildCsrInfo, type CsrInfoRequest } from './csr/build-csr-info.ts';
export { type CarriedRequest, type CsrDecision, type DecidedRequest, decideFromRequest } from './csr/carry-over.ts';
export type { CsrAttribute, CsrProfile } from './csr/csr-profile.ts';
export { type CsrReading, readCsr } from './csr/read-csr.ts';
export { type CsrInfo, readCsrInfo } from './csr/read-csr-info.ts';
export { readCsrProfile } from './csr/read-csr-profile.ts';
export { type Carry, type CarryRule, type CsrRules, carryRules, type NeverCarried } from './csr/rules.ts';
export { IssueError, type IssueErrorCode, type IssueErrorFacts } from './error.ts';
export { type ExpectedTbs, expectedTbs } from './expected-tbs.ts';
export { buildTbsFromCsr, type IssuanceRequest } from './from-csr.ts';
export type { LintSelection } from './lint-selection.ts';
export { type AttributeTypeName, attributeTypeNames } from './name/attribute-type.ts';
export type { AlternativeName, AttributeTypeAndValue, DistinguishedName } from './name/name-types.ts';
export { presetNames } from './presets.ts';
export type { CertificateProfile } from './profile.ts';
export {
  type AccessDescriptionProfile,
  type CertificatePolicyProfile,
  type CriticalChoices,
  type DistributionPointProfile,
  type ExtensionProfile,
  type KeyIdentifierMethod,
  keyIdentifierMethods,
  type NameConstraintsProfile,
  type OpenCriticality,
  type PolicyMappingProfile,
  type PolicyQualifierProfile,
  type QcStatement,
  type QcType,
} from './profile-extensions.ts';
export type { PresetName } from './profile-json/types.ts';
export { type ReadProfileOptions, readProfile } from './read-profile.ts';
export { readTbs, tbsExtensions } from './read-tbs.ts';
export { buildRootTbs, type RootRequest } from './root.ts';
export { writeProfile } from './write-profile.ts';
