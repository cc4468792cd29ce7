import type { Rule } from '../rule.ts';
import { anyPolicyQualifiers } from './extensions/any-policy-qualifiers.ts';
import { authorityInfoAccessNotCritical } from './extensions/authority-info-access-not-critical.ts';
import { authorityKeyIdentifierIssuerWithSerial } from './extensions/authority-key-identifier-issuer-with-serial.ts';
import { authorityKeyIdentifierKeyIdentifier } from './extensions/authority-key-identifier-key-identifier.ts';
import { authorityKeyIdentifierNotCritical } from './extensions/authority-key-identifier-not-critical.ts';
import { basicConstraintsCritical } from './extensions/basic-constraints-critical.ts';
import { caIssuersUri } from './extensions/ca-issuers-uri.ts';
import { caKeyUsagePresent } from './extensions/ca-key-usage-present.ts';
import { caRepositoryUri } from './extensions/ca-repository-uri.ts';
import { certificatePoliciesOnce } from './extensions/certificate-policies-once.ts';
import { cpsUri } from './extensions/cps-uri.ts';
import { crlDistributionPointsNotCritical } from './extensions/crl-distribution-points-not-critical.ts';
import { distributionPointAllReasons } from './extensions/distribution-point-all-reasons.ts';
import { distributionPointComplete } from './extensions/distribution-point-complete.ts';
import { distributionPointCrlIssuerName } from './extensions/distribution-point-crl-issuer-name.ts';
import { distributionPointCrlIssuerOther } from './extensions/distribution-point-crl-issuer-other.ts';
import { distributionPointFullName } from './extensions/distribution-point-full-name.ts';
import { distributionPointUri } from './extensions/distribution-point-uri.ts';
import { ecKeyUsageNoEncipherment } from './extensions/ec-key-usage-no-encipherment.ts';
import { edwardsKeyUsage } from './extensions/edwards-key-usage.ts';
import { explicitText200 } from './extensions/explicit-text-200.ts';
import { explicitTextNfc } from './extensions/explicit-text-nfc.ts';
import { explicitTextNoControl } from './extensions/explicit-text-no-control.ts';
import { explicitTextNotIa5 } from './extensions/explicit-text-not-ia5.ts';
import { explicitTextUtf8 } from './extensions/explicit-text-utf8.ts';
import { extendedKeyUsageAnyNotCritical } from './extensions/extended-key-usage-any-not-critical.ts';
import { extendedKeyUsageRepeatedPurpose } from './extensions/extended-key-usage-repeated-purpose.ts';
import { extensionCriticalDefault } from './extensions/extension-critical-default.ts';
import { extensionListNotEmpty } from './extensions/extension-list-not-empty.ts';
import { extensionRepeated } from './extensions/extension-repeated.ts';
import { extensionSequenceNotEmpty } from './extensions/extension-sequence-not-empty.ts';
import { extensionUnknownCritical } from './extensions/extension-unknown-critical.ts';
import { extensionValueDer } from './extensions/extension-value-der.ts';
import { freshestCrlNotCritical } from './extensions/freshest-crl-not-critical.ts';
import { inhibitAnyPolicyCritical } from './extensions/inhibit-any-policy-critical.ts';
import { issuerAltNameNotCritical } from './extensions/issuer-alt-name-not-critical.ts';
import { keyCertSignWithCa } from './extensions/key-cert-sign-with-ca.ts';
import { keyIdentifierNotEmpty } from './extensions/key-identifier-not-empty.ts';
import { keyUsageAgreementDirection } from './extensions/key-usage-agreement-direction.ts';
import { keyUsageBitsKnown } from './extensions/key-usage-bits-known.ts';
import { keyUsageCritical } from './extensions/key-usage-critical.ts';
import { keyUsageFitsPurposes } from './extensions/key-usage-fits-purposes.ts';
import { keyUsageNotEmpty } from './extensions/key-usage-not-empty.ts';
import { keyUsageTrimmed } from './extensions/key-usage-trimmed.ts';
import { mlDsaKeyUsage } from './extensions/ml-dsa-key-usage.ts';
import { nameConstraintsCritical } from './extensions/name-constraints-critical.ts';
import { nameConstraintsDistance } from './extensions/name-constraints-distance.ts';
import { nameConstraintsDnsForm } from './extensions/name-constraints-dns-form.ts';
import { nameConstraintsInCa } from './extensions/name-constraints-in-ca.ts';
import { nameConstraintsIpMask } from './extensions/name-constraints-ip-mask.ts';
import { nameConstraintsNameForms } from './extensions/name-constraints-name-forms.ts';
import { nameConstraintsNotEmpty } from './extensions/name-constraints-not-empty.ts';
import { nameConstraintsUriHost } from './extensions/name-constraints-uri-host.ts';
import { noticeRefAbsent } from './extensions/notice-ref-absent.ts';
import { ocspLocationUri } from './extensions/ocsp-location-uri.ts';
import { ocspNoCheckNotCritical } from './extensions/ocsp-no-check-not-critical.ts';
import { ocspNoCheckNull } from './extensions/ocsp-no-check-null.ts';
import { ocspSigningRevocation } from './extensions/ocsp-signing-revocation.ts';
import { pathLenNotNegative } from './extensions/path-len-not-negative.ts';
import { pathLenWithKeyCertSign } from './extensions/path-len-with-key-cert-sign.ts';
import { policyConstraintsCritical } from './extensions/policy-constraints-critical.ts';
import { policyConstraintsNotEmpty } from './extensions/policy-constraints-not-empty.ts';
import { policyExtensionsInCa } from './extensions/policy-extensions-in-ca.ts';
import { policyMappingsCritical } from './extensions/policy-mappings-critical.ts';
import { policyMappingsInPolicies } from './extensions/policy-mappings-in-policies.ts';
import { policyMappingsNotAny } from './extensions/policy-mappings-not-any.ts';
import { policyQualifiersKnown } from './extensions/policy-qualifiers-known.ts';
import { precertificatePoisonCritical } from './extensions/precertificate-poison-critical.ts';
import { precertificateWithoutSctList } from './extensions/precertificate-without-sct-list.ts';
import { rsaCaNoEncipherment } from './extensions/rsa-ca-no-encipherment.ts';
import { rsaKeyUsageEndEntity } from './extensions/rsa-key-usage-end-entity.ts';
import { slhDsaKeyUsage } from './extensions/slh-dsa-key-usage.ts';
import { subjectDirectoryAttributesNotCritical } from './extensions/subject-directory-attributes-not-critical.ts';
import { subjectInfoAccessNotCritical } from './extensions/subject-info-access-not-critical.ts';
import { subjectKeyIdentifierEndEntity } from './extensions/subject-key-identifier-end-entity.ts';
import { subjectKeyIdentifierInCa } from './extensions/subject-key-identifier-in-ca.ts';
import { subjectKeyIdentifierNotCritical } from './extensions/subject-key-identifier-not-critical.ts';

/** About the extensions of certificates, other than names. */
export const extensionRules: readonly Rule[] = [
  extensionRepeated,
  basicConstraintsCritical,
  extensionCriticalDefault,
  extensionListNotEmpty,
  extensionValueDer,
  extensionUnknownCritical,
  extensionSequenceNotEmpty,
  pathLenNotNegative,
  pathLenWithKeyCertSign,
  keyCertSignWithCa,
  caKeyUsagePresent,
  keyUsageCritical,
  keyUsageNotEmpty,
  keyUsageBitsKnown,
  keyUsageTrimmed,
  keyUsageAgreementDirection,
  ecKeyUsageNoEncipherment,
  rsaKeyUsageEndEntity,
  rsaCaNoEncipherment,
  edwardsKeyUsage,
  mlDsaKeyUsage,
  slhDsaKeyUsage,
  keyUsageFitsPurposes,
  extendedKeyUsageAnyNotCritical,
  extendedKeyUsageRepeatedPurpose,
  ocspNoCheckNull,
  ocspNoCheckNotCritical,
  ocspSigningRevocation,
  subjectKeyIdentifierInCa,
  subjectKeyIdentifierNotCritical,
  subjectKeyIdentifierEndEntity,
  keyIdentifierNotEmpty,
  authorityKeyIdentifierKeyIdentifier,
  authorityKeyIdentifierNotCritical,
  authorityKeyIdentifierIssuerWithSerial,
  certificatePoliciesOnce,
  anyPolicyQualifiers,
  policyQualifiersKnown,
  cpsUri,
  noticeRefAbsent,
  explicitTextUtf8,
  explicitTextNotIa5,
  explicitTextNoControl,
  explicitText200,
  explicitTextNfc,
  policyMappingsInPolicies,
  policyMappingsNotAny,
  policyMappingsCritical,
  policyExtensionsInCa,
  policyConstraintsNotEmpty,
  policyConstraintsCritical,
  inhibitAnyPolicyCritical,
  nameConstraintsCritical,
  nameConstraintsInCa,
  nameConstraintsNotEmpty,
  nameConstraintsDistance,
  nameConstraintsNameForms,
  nameConstraintsUriHost,
  nameConstraintsDnsForm,
  nameConstraintsIpMask,
  distributionPointComplete,
  distributionPointUri,
  distributionPointAllReasons,
  distributionPointFullName,
  distributionPointCrlIssuerName,
  distributionPointCrlIssuerOther,
  crlDistributionPointsNotCritical,
  freshestCrlNotCritical,
  authorityInfoAccessNotCritical,
  subjectInfoAccessNotCritical,
  caIssuersUri,
  caRepositoryUri,
  ocspLocationUri,
  issuerAltNameNotCritical,
  subjectDirectoryAttributesNotCritical,
  precertificateWithoutSctList,
  precertificatePoisonCritical,
];
