import type { RuleSetName } from '@quorate/lint';
import type { KeyUsage, ReasonFlag } from '@quorate/x509';
import type { Allowance } from '../allowance.ts';
import type { AttributeTypeAndValue } from '../name/name-types.ts';
import type { CriticalChoices, PolicyMappingProfile, PolicyQualifierProfile, QcType } from '../profile-extensions.ts';

/** The kinds of certificate that a profile can start from. */
export type PresetName =
  | 'root-ca'
  | 'intermediate-ca'
  | 'tls-server'
  | 'tls-client'
  | 'code-signing'
  | 'document-signing'
  | 's-mime'
  | 'time-stamping'
  | 'ocsp-responder'
  | 'crl-signer';

/** A GeneralName in JSON. Addresses are text, in name constraints `ADDRESS/BITS`; `der` is `hex:…` or `base64:…`. */
export type GeneralNameJson =
  | { readonly type: 'dNSName' | 'rfc822Name' | 'uniformResourceIdentifier' | 'iPAddress'; readonly value: string }
  | { readonly type: 'directoryName'; readonly name: readonly AttributeTypeAndValue[] }
  | { readonly type: 'registeredID'; readonly oid: string }
  | { readonly type: 'otherName'; readonly oid: string; readonly der: string }
  | { readonly type: 'x400Address' | 'ediPartyName'; readonly der: string };

export interface DistributionPointJson {
  /** In place of `fullName` with one URI. */
  readonly uri?: string;
  readonly fullName?: readonly GeneralNameJson[];
  readonly reasons?: readonly ReasonFlag[];
  readonly cRLIssuer?: readonly GeneralNameJson[];
}

export interface AccessDescriptionJson {
  readonly method: string;
  /** In place of `location` with a URI. */
  readonly uri?: string;
  readonly location?: GeneralNameJson;
}

export type QcStatementJson =
  | { readonly type: 'qcCompliance' | 'qcSSCD' }
  | { readonly type: 'qcType'; readonly types: readonly QcType[] }
  | { readonly type: 'qcRetentionPeriod'; readonly years: number }
  | { readonly type: 'qcLimitValue'; readonly currency: string; readonly amount: number; readonly exponent: number }
  | { readonly type: 'qcPDS'; readonly locations: readonly { readonly url: string; readonly language: string }[] }
  | { readonly type: 'qcCClegislation'; readonly countries: readonly string[] }
  | { readonly type: 'pkixQCSyntax-v1' | 'pkixQCSyntax-v2'; readonly semanticsIdentifier?: string }
  | { readonly type: 'other'; readonly oid: string; readonly der?: string };

/** The extensions of a profile in JSON; `null` takes away what the preset has. */
export interface ExtensionsJson {
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLen?: number } | null;
  readonly keyUsage?: readonly KeyUsage[] | null;
  readonly extendedKeyUsage?: readonly string[] | null;
  readonly subjectAltName?: readonly GeneralNameJson[] | null;
  readonly issuerAltName?: readonly GeneralNameJson[] | null;
  /** A method, or `hex:…` or `base64:…`; `null`: no such extension. */
  readonly subjectKeyIdentifier?: string | null;
  readonly authorityKeyIdentifier?: 'key-identifier' | 'with-issuer-and-serial' | null;
  readonly nameConstraints?: {
    readonly permitted?: readonly GeneralNameJson[];
    readonly excluded?: readonly GeneralNameJson[];
  } | null;
  readonly certificatePolicies?:
    | readonly { readonly policy: string; readonly qualifiers?: readonly PolicyQualifierProfile[] }[]
    | null;
  readonly policyMappings?: readonly PolicyMappingProfile[] | null;
  readonly policyConstraints?: {
    readonly requireExplicitPolicy?: number;
    readonly inhibitPolicyMapping?: number;
  } | null;
  readonly inhibitAnyPolicy?: number | null;
  readonly crlDistributionPoints?: readonly DistributionPointJson[] | null;
  readonly freshestCrl?: readonly DistributionPointJson[] | null;
  readonly authorityInfoAccess?: readonly AccessDescriptionJson[] | null;
  readonly subjectInfoAccess?: readonly AccessDescriptionJson[] | null;
  /** Numbers, or `status_request` and `status_request_v2`. */
  readonly tlsFeature?: readonly (number | string)[] | null;
  readonly qcStatements?: readonly QcStatementJson[] | null;
  readonly ocspNoCheck?: boolean | null;
  readonly extensions?: readonly { readonly oid: string; readonly critical: boolean; readonly der: string }[] | null;
  readonly critical?: CriticalChoices | null;
}

/** A profile in JSON; docs/profiles.md describes every member. */
export interface ProfileJson extends ExtensionsJson {
  /** For editors; not looked at. */
  readonly $schema?: string;
  readonly note?: string;
  readonly extends?: PresetName;
  readonly subject: readonly AttributeTypeAndValue[] | 'from-request';
  /** ISO 8601 with a zone, to the second. */
  readonly notBefore: string;
  /** The same, or `never`, or a duration from notBefore as `P10Y`. */
  readonly notAfter: string;
  /** Decimal digits, `0x` and hexadecimal ones, or `random`. */
  readonly serialNumber: string;
  /** A name of the REST interface, or the AlgorithmIdentifier as `hex:…` or `base64:…`. */
  readonly signatureAlgorithm: string;
  readonly quorum?: number | null;
  readonly lint?: {
    readonly sets?: readonly RuleSetName[];
    readonly include?: readonly string[];
    readonly exclude?: readonly { readonly rule: string; readonly because: string }[];
  } | null;
  readonly allow?: readonly Allowance[] | null;
  readonly csr?: unknown;
}
