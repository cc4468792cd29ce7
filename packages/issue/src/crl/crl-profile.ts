import type { SignatureAlgorithm } from '@quorate/crypto';
import type { CrlReason, ReasonFlag } from '@quorate/x509';
import type { AlternativeName, DistinguishedName } from '../name/name-types.ts';
import type { AccessDescriptionProfile } from '../profile-extensions.ts';

/** What the CRLs of one issuer and one scope have in common, complete and delta ones. */
export interface CrlProfile {
  /** For people; it decides nothing. */
  readonly note?: string;
  /** Of the issuer's key. */
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** Seconds from thisUpdate to nextUpdate; without it every CRL states its nextUpdate. From 1. */
  readonly period?: number;
  readonly issuerAltName?: readonly AlternativeName[];
  /** The scope; without it all certificates of the issuer, for all reasons. */
  readonly issuingDistributionPoint?: IssuingDistributionPointProfile;
  /** Where delta CRLs are: stands in complete CRLs alone (RFC 5280, 5.2.6). */
  readonly freshestCrl?: readonly CrlPointProfile[];
  /** `caIssuers` alone (RFC 5280, 5.2.7). */
  readonly authorityInfoAccess?: readonly AccessDescriptionProfile[];
}

/** A place where CRLs are. */
export interface CrlPointProfile {
  readonly fullName: readonly AlternativeName[];
}

/**
 * issuingDistributionPoint (RFC 5280, 5.2.5), always critical: at least one member; at most one of the two kinds of
 * certificates. CRLs for attribute certificates alone are not made here, as the RFC has it.
 */
export interface IssuingDistributionPointProfile {
  readonly fullName?: readonly AlternativeName[];
  readonly onlyContainsUserCerts?: boolean;
  readonly onlyContainsCACerts?: boolean;
  /** In any order, none twice. */
  readonly onlySomeReasons?: readonly ReasonFlag[];
  /** Whether entries may be about certificates of other issuers. */
  readonly indirectCRL?: boolean;
}

/** A certificate that is revoked (RFC 5280, 5.1.2.6, 5.3). */
export interface Revocation {
  /** As it stands in the certificate: a number, or its big-endian octets without sign; at most 20 octets. */
  readonly serialNumber: bigint | Uint8Array;
  /** Seconds since 1970-01-01T00:00:00Z, not after thisUpdate. */
  readonly revocationDate: number;
  /** Default none. Not `unspecified`, which is said by saying nothing; `removeFromCRL` in a delta CRL alone (5.3.1). */
  readonly reason?: CrlReason;
  /** When the key was lost, as far as is known (5.3.2): seconds since 1970-01-01T00:00:00Z. */
  readonly invalidityDate?: number;
  /**
   * Of an indirect CRL, whose certificate it is, if not the CRL issuer's own: the Name in DER as it stands in the
   * certificate, or as a profile has it.
   */
  readonly certificateIssuer?: Uint8Array | DistinguishedName;
}

/**
 * A certificate that the CRL before lists and this one does not. RFC 5280, 3.3 lets it go when it has been on a CRL issued
 * after its validity, 5.3.1 when it was on hold and is released.
 */
export interface DroppedRevocation extends Pick<Revocation, 'serialNumber' | 'certificateIssuer'> {
  /** Of the certificate; without it: it was on hold, and is not any more. */
  readonly notAfter?: number;
}
