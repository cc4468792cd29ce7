import type { Rule } from '../rule.ts';
import { crlAuthorityInfoAccessIssuers } from './crl/crl-authority-info-access-issuers.ts';
import { crlAuthorityInfoAccessNotCritical } from './crl/crl-authority-info-access-not-critical.ts';
import { crlAuthorityKeyIdentifier } from './crl/crl-authority-key-identifier.ts';
import { crlAuthorityKeyIdentifierKeyIdentifier } from './crl/crl-authority-key-identifier-key-identifier.ts';
import { crlAuthorityKeyIdentifierNotCritical } from './crl/crl-authority-key-identifier-not-critical.ts';
import { crlCertificateIssuerCritical } from './crl/crl-certificate-issuer-critical.ts';
import { crlCertificateIssuerDirectoryName } from './crl/crl-certificate-issuer-directory-name.ts';
import { crlCertificateIssuerInIndirect } from './crl/crl-certificate-issuer-in-indirect.ts';
import { crlEntryDateNotAfterThisUpdate } from './crl/crl-entry-date-not-after-this-update.ts';
import { crlEntryDateNotEarly } from './crl/crl-entry-date-not-early.ts';
import { crlEntryExtensionRepeated } from './crl/crl-entry-extension-repeated.ts';
import { crlEntryExtensionUnderstood } from './crl/crl-entry-extension-understood.ts';
import { crlEntryExtensionsNotEmpty } from './crl/crl-entry-extensions-not-empty.ts';
import { crlEntryOnce } from './crl/crl-entry-once.ts';
import { crlEntrySerialNumber } from './crl/crl-entry-serial-number.ts';
import { crlExtensionRepeated } from './crl/crl-extension-repeated.ts';
import { crlExtensionUnderstood } from './crl/crl-extension-understood.ts';
import { crlExtensionsNotEmpty } from './crl/crl-extensions-not-empty.ts';
import { crlFreshestCrlFields } from './crl/crl-freshest-crl-fields.ts';
import { crlFreshestCrlNotCritical } from './crl/crl-freshest-crl-not-critical.ts';
import { crlFreshestCrlNotInDelta } from './crl/crl-freshest-crl-not-in-delta.ts';
import { crlInvalidityDateForm } from './crl/crl-invalidity-date-form.ts';
import { crlInvalidityDateNotCritical } from './crl/crl-invalidity-date-not-critical.ts';
import { crlIssuerAltNameNotCritical } from './crl/crl-issuer-alt-name-not-critical.ts';
import { crlIssuerNotEmpty } from './crl/crl-issuer-not-empty.ts';
import { crlNextUpdateAfterThisUpdate } from './crl/crl-next-update-after-this-update.ts';
import { crlNextUpdatePresent } from './crl/crl-next-update-present.ts';
import { crlNumberNotCritical } from './crl/crl-number-not-critical.ts';
import { crlNumberPresent } from './crl/crl-number-present.ts';
import { crlNumberRange } from './crl/crl-number-range.ts';
import { crlReasonInScope } from './crl/crl-reason-in-scope.ts';
import { crlReasonKnown } from './crl/crl-reason-known.ts';
import { crlReasonNotCritical } from './crl/crl-reason-not-critical.ts';
import { crlReasonNotUnspecified } from './crl/crl-reason-not-unspecified.ts';
import { crlReasonRemoveInDelta } from './crl/crl-reason-remove-in-delta.ts';
import { crlRevokedNotEmpty } from './crl/crl-revoked-not-empty.ts';
import { crlSignatureAlgorithmsEqual } from './crl/crl-signature-algorithms-equal.ts';
import { crlSignatureHash } from './crl/crl-signature-hash.ts';
import { crlSignatureParameters } from './crl/crl-signature-parameters.ts';
import { crlTimeForm } from './crl/crl-time-form.ts';
import { crlTimeUtcBefore2050 } from './crl/crl-time-utc-before-2050.ts';
import { crlVersion2 } from './crl/crl-version-2.ts';
import { deltaCrlIndicatorCritical } from './crl/delta-crl-indicator-critical.ts';
import { deltaCrlNumberAboveBase } from './crl/delta-crl-number-above-base.ts';
import { issuingDistributionPointCritical } from './crl/issuing-distribution-point-critical.ts';
import { issuingDistributionPointNoAttributeCerts } from './crl/issuing-distribution-point-no-attribute-certs.ts';
import { issuingDistributionPointNotEmpty } from './crl/issuing-distribution-point-not-empty.ts';
import { issuingDistributionPointOneKind } from './crl/issuing-distribution-point-one-kind.ts';

/** About CRLs. */
export const crlRules: readonly Rule[] = [
  crlVersion2,
  crlSignatureAlgorithmsEqual,
  crlSignatureParameters,
  crlSignatureHash,
  crlIssuerNotEmpty,
  crlNextUpdatePresent,
  crlNextUpdateAfterThisUpdate,
  crlTimeUtcBefore2050,
  crlTimeForm,
  crlRevokedNotEmpty,
  crlEntryOnce,
  crlEntryDateNotEarly,
  crlEntryDateNotAfterThisUpdate,
  crlEntrySerialNumber,
  crlEntryExtensionRepeated,
  crlEntryExtensionsNotEmpty,
  crlEntryExtensionUnderstood,
  crlReasonKnown,
  crlReasonNotUnspecified,
  crlReasonRemoveInDelta,
  crlReasonInScope,
  crlReasonNotCritical,
  crlInvalidityDateNotCritical,
  crlInvalidityDateForm,
  crlCertificateIssuerCritical,
  crlCertificateIssuerInIndirect,
  crlCertificateIssuerDirectoryName,
  crlExtensionsNotEmpty,
  crlExtensionRepeated,
  crlExtensionUnderstood,
  crlAuthorityKeyIdentifier,
  crlAuthorityKeyIdentifierKeyIdentifier,
  crlAuthorityKeyIdentifierNotCritical,
  crlIssuerAltNameNotCritical,
  crlNumberPresent,
  crlNumberNotCritical,
  crlNumberRange,
  deltaCrlIndicatorCritical,
  deltaCrlNumberAboveBase,
  issuingDistributionPointCritical,
  issuingDistributionPointNotEmpty,
  issuingDistributionPointOneKind,
  issuingDistributionPointNoAttributeCerts,
  crlFreshestCrlNotInDelta,
  crlFreshestCrlNotCritical,
  crlFreshestCrlFields,
  crlAuthorityInfoAccessNotCritical,
  crlAuthorityInfoAccessIssuers,
];
