import type { SignatureAlgorithm } from '@quorate/crypto';
import type { KeyUsage } from '@quorate/x509';
import type { Allowance } from './allowance.ts';
import type { CsrRules } from './csr/rules.ts';
import type { LintSelection } from './lint-selection.ts';
import type { AlternativeName, DistinguishedName } from './name/name-types.ts';
import type {
  AccessDescriptionProfile,
  CertificatePolicyProfile,
  CriticalChoices,
  DistributionPointProfile,
  ExtensionProfile,
  KeyIdentifierMethod,
  NameConstraintsProfile,
  PolicyMappingProfile,
  QcStatement,
} from './profile-extensions.ts';

/**
 * What a certificate must look like, as plain data: what `readProfile` makes of JSON, and `writeProfile` writes as JSON
 * again. Presets are resolved in it and durations are dates. What is not said here is not in the certificate, but for the
 * key identifiers, which follow from the keys. docs/profiles.md describes every member.
 */
export interface CertificateProfile {
  /** For people; it decides nothing. */
  readonly note?: string;
  /** `'from-request'` takes the subject of the certification request, byte for byte. */
  readonly subject: DistinguishedName | 'from-request';
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly notBefore: number;
  /** Seconds since 1970-01-01T00:00:00Z; 253402300799 is 9999-12-31T23:59:59Z, no well-defined end (4.1.2.5). */
  readonly notAfter: number;
  /**
   * Positive, below 2^159 (4.1.2.2). As bytes: a big-endian number without sign, leading zeros taken. `'random'`: made of
   * the random bytes that are passed to `buildTbs`.
   */
  readonly serialNumber: bigint | Uint8Array | 'random';
  /** Of the issuer's key: an entry of `signatureAlgorithms`, or what `signatureAlgorithmOfDer` gives. */
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** `null`: no such extension. */
  readonly basicConstraints: { readonly ca: boolean; readonly pathLen?: number } | null;
  /** `null`: no such extension; not for a CA. In any order, none twice. */
  readonly keyUsage: readonly KeyUsage[] | null;
  /** Names of RFC 5280, 4.2.1.12, or object identifiers, in the order of the encoding, none twice. */
  readonly extendedKeyUsage?: readonly string[];
  /** In the order of the encoding. */
  readonly subjectAltName?: readonly AlternativeName[];
  readonly issuerAltName?: readonly AlternativeName[];
  /** How it is computed, or the bytes; `null`: no such extension, not for a CA. Default `'rfc5280-1'`. */
  readonly subjectKeyIdentifier?: KeyIdentifierMethod | Uint8Array | null;
  /**
   * `'key-identifier'`, the default: the issuer's subjectKeyIdentifier, byte for byte; `'with-issuer-and-serial'`: also
   * the issuer's issuer and serial number; `null`: no such extension, of a self-signed certificate alone (4.2.1.1).
   */
  readonly authorityKeyIdentifier?: 'key-identifier' | 'with-issuer-and-serial' | null;
  readonly nameConstraints?: NameConstraintsProfile;
  readonly certificatePolicies?: readonly CertificatePolicyProfile[];
  readonly policyMappings?: readonly PolicyMappingProfile[];
  /** Numbers of certificates, 0 to 255; at least one of the two. */
  readonly policyConstraints?: { readonly requireExplicitPolicy?: number; readonly inhibitPolicyMapping?: number };
  /** A number of certificates, 0 to 255. */
  readonly inhibitAnyPolicy?: number;
  readonly crlDistributionPoints?: readonly DistributionPointProfile[];
  readonly freshestCrl?: readonly DistributionPointProfile[];
  readonly authorityInfoAccess?: readonly AccessDescriptionProfile[];
  readonly subjectInfoAccess?: readonly AccessDescriptionProfile[];
  /** Numbers of TLS extensions (RFC 7633): 5 is status_request. In the order of the encoding, none twice. */
  readonly tlsFeature?: readonly number[];
  readonly qcStatements?: readonly QcStatement[];
  /** id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1). */
  readonly ocspNoCheck?: boolean;
  /** Any others, behind those that have a member of their own. */
  readonly extensions?: readonly ExtensionProfile[];
  /** Criticality, where the standards leave it open; else it is as they say. */
  readonly critical?: CriticalChoices;
  /**
   * How many approvals any use of the subject's key must need, where the key is an SKA key of a CA: compared with the
   * policy that is passed to `buildTbs`. From 1.
   */
  readonly quorum?: number;
  /** Which rules of `@quorate/lint` the TBS is put to. Default: see `LintSelection`. */
  readonly lint?: LintSelection;
  /** What is refused otherwise and shall be taken, each with the reason. */
  readonly allow?: readonly Allowance[];
  /** What is taken over from a certification request; default: its key alone. */
  readonly csr?: CsrRules;
}

/** The members of a profile that are extensions, and how they are written: what a request can ask for, too. */
export type ExtensionMembers = Pick<
  CertificateProfile,
  | 'basicConstraints'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'subjectAltName'
  | 'issuerAltName'
  | 'subjectKeyIdentifier'
  | 'nameConstraints'
  | 'certificatePolicies'
  | 'policyMappings'
  | 'policyConstraints'
  | 'inhibitAnyPolicy'
  | 'crlDistributionPoints'
  | 'freshestCrl'
  | 'authorityInfoAccess'
  | 'subjectInfoAccess'
  | 'tlsFeature'
  | 'qcStatements'
  | 'ocspNoCheck'
  | 'extensions'
  | 'critical'
>;
