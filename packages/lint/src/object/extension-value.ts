import { type CertificateExtensions, certificateExtensions, type ExtensionName, X509Error } from '@quorate/x509';
import { LintError } from '../error.ts';
import type { LintObject } from './lint-object.ts';
import type { RawExtension } from './raw-extension.ts';
import { remembered } from './remembered.ts';

/** The OIDs of extensions by their names in the standards. */
export const extensionOid = {
  subjectDirectoryAttributes: '2.5.29.9',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  cRLNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCRLIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  cRLDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extKeyUsage: '2.5.29.37',
  freshestCRL: '2.5.29.46',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  subjectInfoAccess: '1.3.6.1.5.5.7.1.11',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  signedCertificateTimestampList: '1.3.6.1.4.1.11129.2.4.2',
  precertificatePoison: '1.3.6.1.4.1.11129.2.4.3',
} as const;

export type KnownExtension = keyof typeof extensionOid;

/** The first extension of each OID. */
const firstByOid: (extensions: readonly RawExtension[]) => ReadonlyMap<string, RawExtension> = remembered(
  (extensions) => new Map(extensions.map((one) => [one.oid, one] as const).reverse()),
);

/** The first extension of this name, or `null`; of a request, what it asks for. */
export function extensionOf({ extensions }: LintObject, name: KnownExtension): RawExtension | null {
  return extensions === null ? null : (firstByOid(extensions).get(extensionOid[name]) ?? null);
}

/** All extensions of an object; none without the field. */
export function extensionsOf(object: LintObject): readonly RawExtension[] {
  return object.extensions ?? [];
}

/** What the strict readers make of each extension that they know. */
export interface ExtensionValues {
  readonly basicConstraints: NonNullable<CertificateExtensions['basicConstraints']>;
  readonly keyUsage: NonNullable<CertificateExtensions['keyUsage']>;
  readonly extKeyUsage: NonNullable<CertificateExtensions['extendedKeyUsage']>;
  readonly subjectKeyIdentifier: NonNullable<CertificateExtensions['subjectKeyIdentifier']>;
  readonly authorityKeyIdentifier: NonNullable<CertificateExtensions['authorityKeyIdentifier']>;
  readonly subjectAltName: NonNullable<CertificateExtensions['subjectAltName']>;
  readonly issuerAltName: NonNullable<CertificateExtensions['issuerAltName']>;
  readonly nameConstraints: NonNullable<CertificateExtensions['nameConstraints']>;
  readonly certificatePolicies: NonNullable<CertificateExtensions['certificatePolicies']>;
  readonly policyMappings: NonNullable<CertificateExtensions['policyMappings']>;
  readonly policyConstraints: NonNullable<CertificateExtensions['policyConstraints']>;
  readonly inhibitAnyPolicy: NonNullable<CertificateExtensions['inhibitAnyPolicy']>;
  readonly cRLDistributionPoints: NonNullable<CertificateExtensions['crlDistributionPoints']>;
  readonly freshestCRL: NonNullable<CertificateExtensions['freshestCrl']>;
  readonly authorityInfoAccess: NonNullable<CertificateExtensions['authorityInfoAccess']>;
  readonly subjectInfoAccess: NonNullable<CertificateExtensions['subjectInfoAccess']>;
}

/** Where the values stand in `CertificateExtensions`, where the two names differ. */
const RENAMED: Readonly<Partial<Record<ExtensionName, keyof CertificateExtensions>>> = {
  extKeyUsage: 'extendedKeyUsage',
  cRLDistributionPoints: 'crlDistributionPoints',
  freshestCRL: 'freshestCrl',
};

/**
 * One extension by the strict reader.
 *
 * @throws X509Error
 */
export const strictExtension: (extension: RawExtension) => CertificateExtensions = remembered((extension) =>
  certificateExtensions({ extensions: [extension] }),
);

/**
 * The value of the first extension of this name by the strict reader, or `null` when there is no such extension.
 *
 * @throws LintError when the value is not what RFC 5280 makes of it
 */
export function extensionValue<N extends keyof ExtensionValues>(
  object: LintObject,
  name: N,
): ExtensionValues[N] | null {
  const extension = extensionOf(object, name);
  if (extension === null) return null;
  try {
    return strictExtension(extension)[RENAMED[name] ?? (name as keyof CertificateExtensions)] as ExtensionValues[N];
  } catch (cause) {
    if (!(cause instanceof X509Error)) throw cause;
    throw new LintError('unreadable', { field: `extensions.${name}`, cause });
  }
}
