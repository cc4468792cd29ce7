/** The extensions of certificates that this room reads, by their names in RFC 5280, 4.2. */
export type CertificateExtensionName =
  | 'basicConstraints'
  | 'keyUsage'
  | 'extKeyUsage'
  | 'subjectKeyIdentifier'
  | 'authorityKeyIdentifier'
  | 'subjectAltName'
  | 'issuerAltName'
  | 'nameConstraints'
  | 'certificatePolicies'
  | 'policyMappings'
  | 'policyConstraints'
  | 'inhibitAnyPolicy'
  | 'cRLDistributionPoints'
  | 'freshestCRL'
  | 'authorityInfoAccess'
  | 'subjectInfoAccess';

/** Those of CRLs and of their entries that no certificate has (RFC 5280, 5.2 and 5.3). */
type CrlExtensionName =
  | 'cRLNumber'
  | 'deltaCRLIndicator'
  | 'issuingDistributionPoint'
  | 'reasonCode'
  | 'invalidityDate'
  | 'certificateIssuer';

/** The extensions of RFC 5280 that this room reads, by their names there. */
export type ExtensionName = CertificateExtensionName | CrlExtensionName;

const CERTIFICATE_NAMES: ReadonlyMap<string, CertificateExtensionName> = new Map<string, CertificateExtensionName>([
  ['2.5.29.14', 'subjectKeyIdentifier'],
  ['2.5.29.15', 'keyUsage'],
  ['2.5.29.17', 'subjectAltName'],
  ['2.5.29.18', 'issuerAltName'],
  ['2.5.29.19', 'basicConstraints'],
  ['2.5.29.30', 'nameConstraints'],
  ['2.5.29.31', 'cRLDistributionPoints'],
  ['2.5.29.32', 'certificatePolicies'],
  ['2.5.29.33', 'policyMappings'],
  ['2.5.29.35', 'authorityKeyIdentifier'],
  ['2.5.29.36', 'policyConstraints'],
  ['2.5.29.37', 'extKeyUsage'],
  ['2.5.29.46', 'freshestCRL'],
  ['2.5.29.54', 'inhibitAnyPolicy'],
  ['1.3.6.1.5.5.7.1.1', 'authorityInfoAccess'],
  ['1.3.6.1.5.5.7.1.11', 'subjectInfoAccess'],
]);

const CRL_NAMES: ReadonlyMap<string, CrlExtensionName> = new Map<string, CrlExtensionName>([
  ['2.5.29.20', 'cRLNumber'],
  ['2.5.29.21', 'reasonCode'],
  ['2.5.29.24', 'invalidityDate'],
  ['2.5.29.27', 'deltaCRLIndicator'],
  ['2.5.29.28', 'issuingDistributionPoint'],
  ['2.5.29.29', 'certificateIssuer'],
]);

/** The name in RFC 5280 of an extension that this room reads in certificates, CRLs or their entries; `null` for others. */
export function extensionName(oid: string): ExtensionName | null {
  return CERTIFICATE_NAMES.get(oid) ?? CRL_NAMES.get(oid) ?? null;
}

/** The same for what is read in a certificate alone. */
export function certificateExtensionName(oid: string): CertificateExtensionName | null {
  return CERTIFICATE_NAMES.get(oid) ?? null;
}
