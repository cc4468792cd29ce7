import type { ReasonFlag } from '@quorate/x509';
import type { AlternativeName } from './name/name-types.ts';

/**
 * How a subjectKeyIdentifier is computed. `rfc5280-1`: SHA-1 of the key's bits (RFC 5280, 4.2.1.2, method 1); `rfc5280-2`:
 * 0100 and the last 60 bits of that. `rfc7093-1`, `-2`, `-3`: the first 160 bits of SHA-256, SHA-384, SHA-512 of the key's
 * bits; `rfc7093-4`: SHA-256 of the SubjectPublicKeyInfo (RFC 7093, 2).
 */
export type KeyIdentifierMethod = 'rfc5280-1' | 'rfc5280-2' | 'rfc7093-1' | 'rfc7093-2' | 'rfc7093-3' | 'rfc7093-4';

export const keyIdentifierMethods: readonly KeyIdentifierMethod[] = [
  'rfc5280-1',
  'rfc5280-2',
  'rfc7093-1',
  'rfc7093-2',
  'rfc7093-3',
  'rfc7093-4',
];

/** nameConstraints (RFC 5280, 4.2.1.10): at least one name in all. An iPAddress is 8 or 32 octets, address and mask. */
export interface NameConstraintsProfile {
  readonly permitted?: readonly AlternativeName[];
  readonly excluded?: readonly AlternativeName[];
}

/** One policy of certificatePolicies (RFC 5280, 4.2.1.4). */
export interface CertificatePolicyProfile {
  /** An object identifier, or `anyPolicy`. */
  readonly policy: string;
  /** Default none. */
  readonly qualifiers?: readonly PolicyQualifierProfile[];
}

/** A qualifier of the two that RFC 5280 knows. A user notice has at least one of its members. */
export type PolicyQualifierProfile =
  | { readonly type: 'cps'; readonly uri: string }
  | {
      readonly type: 'userNotice';
      readonly noticeRef?: { readonly organization: string; readonly noticeNumbers: readonly number[] };
      /** At most 200 characters. */
      readonly explicitText?: string;
    };

/** A pair of policyMappings (RFC 5280, 4.2.1.5): object identifiers, neither anyPolicy. */
export interface PolicyMappingProfile {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

/** A DistributionPoint (RFC 5280, 4.2.1.13): at least one of `fullName` and `cRLIssuer`. */
export interface DistributionPointProfile {
  readonly fullName?: readonly AlternativeName[];
  /** Default: all reasons. Not in freshestCRL of a complete point; in any order, none twice. */
  readonly reasons?: readonly ReasonFlag[];
  /** Directory names. */
  readonly cRLIssuer?: readonly AlternativeName[];
}

/** An AccessDescription (RFC 5280, 4.2.2). */
export interface AccessDescriptionProfile {
  /** `caIssuers` or `ocsp` of an authority, `caRepository` or `timeStamping` of a subject, or an object identifier. */
  readonly method: string;
  readonly location: AlternativeName;
}

/** A statement of qcStatements (RFC 3739, 3.2.6; ETSI EN 319 412-5). */
export type QcStatement =
  | { readonly type: 'qcCompliance' | 'qcSSCD' }
  /** Purposes of EN 319 412-5, 4.2.3. */
  | { readonly type: 'qcType'; readonly types: readonly QcType[] }
  /** Years after the end of validity. */
  | { readonly type: 'qcRetentionPeriod'; readonly years: number }
  /** `amount` times 10 to the power of `exponent`, in a currency of ISO 4217, three letters. */
  | { readonly type: 'qcLimitValue'; readonly currency: string; readonly amount: number; readonly exponent: number }
  | { readonly type: 'qcPDS'; readonly locations: readonly { readonly url: string; readonly language: string }[] }
  /** Countries of ISO 3166, two letters. */
  | { readonly type: 'qcCClegislation'; readonly countries: readonly string[] }
  /** id-qcs-pkixQCSyntax-v1 and -v2 (RFC 3739, 3.2.6.1). */
  | { readonly type: 'pkixQCSyntax-v1' | 'pkixQCSyntax-v2'; readonly semanticsIdentifier?: string }
  /** Any other; `der`: its statementInfo, one element of strict DER. */
  | { readonly type: 'other'; readonly oid: string; readonly der?: Uint8Array };

export type QcType = 'esign' | 'eseal' | 'web';

/** Any extension: an object identifier that has no member of its own, and its value, strict DER. */
export interface ExtensionProfile {
  readonly oid: string;
  readonly critical: boolean;
  readonly der: Uint8Array;
}

/**
 * The extensions whose criticality is left open: keyUsage and policyMappings SHOULD be critical; basicConstraints of what
 * is no CA, extKeyUsage, certificatePolicies, qcStatements may be; the others SHOULD NOT. A subjectAltName that stands for
 * the subject must be.
 */
export type OpenCriticality =
  | 'basicConstraints'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'subjectAltName'
  | 'issuerAltName'
  | 'certificatePolicies'
  | 'policyMappings'
  | 'crlDistributionPoints'
  | 'tlsFeature'
  | 'qcStatements'
  | 'ocspNoCheck';

export type CriticalChoices = { readonly [extension in OpenCriticality]?: boolean };
