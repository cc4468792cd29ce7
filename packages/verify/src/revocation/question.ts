import type { PublicKey, WithAlgorithms } from '@quorate/crypto';
import type { FindingObject } from '@quorate/report';
import type { Certificate, CertificateExtensions, CrlReason, Name } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import type { RevocationMaterial } from './material.ts';

/** A certificate whose key may sign CRLs: a path from it to the anchor of the search has been found valid. */
export interface Authority {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions;
  readonly key: PublicKey;
}

/** Who issued the certificate that is asked about: the one above it in the path, or the anchor. */
export interface RevocationIssuer {
  readonly name: Name;
  /** `nameKey` of it, which takes long for a long name and is asked for with each CRL and response. */
  readonly nameKey: string;
  readonly key: PublicKey;
  /** `null` for an anchor that is a name and a key. */
  readonly certificate: Certificate | null;
  /** `null` when nothing in the issuer's certificate binds. */
  readonly extensions: CertificateExtensions | null;
}

/** Whether a signature is valid under a key. */
export type SignatureTest = (
  /** AlgorithmIdentifier, DER. */
  algorithm: Uint8Array,
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** One certificate of a path, and what its status is to be judged by (RFC 5280, 6.3.1). */
export interface RevocationQuestion extends WithAlgorithms {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions;
  readonly issuer: RevocationIssuer;
  /** Whether its basicConstraints say cA. */
  readonly isCa: boolean;
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  readonly material: RevocationMaterial;
  /** In seconds: a CRL or response whose thisUpdate is longer ago is of no use. Default: as old as its nextUpdate lets it. */
  readonly maxAge?: number;
  /** Whether a CRL or response without nextUpdate is of no use. Default `false`: it may be used. */
  readonly requireNextUpdate?: boolean;
  readonly verify: SignatureTest;
  /** Whether `verify` had to leave signatures unverified: nothing is then said to be good. Default: it never does. */
  readonly exhausted?: () => boolean;
  /**
   * Certificates with this subject from which a valid path leads to the anchor of the path asked about (RFC 5280, 6.3.3
   * (f)); asked for only when the issuer's own key did not sign.
   */
  readonly authorities: (name: Name) => readonly Authority[];
}

/** What is known of a certificate at the time asked about. */
export type RevocationStatus =
  | {
      readonly status: 'good';
      /** What says so; where several CRLs had to be read together, the newest. */
      readonly by: FindingObject;
      /** What else was given, and why it was of no use. */
      readonly notes: readonly Fault[];
    }
  | {
      readonly status: 'revoked';
      /** `null` when no reason is given, or one that RFC 5280 does not have. */
      readonly reason: CrlReason | null;
      /** Seconds; may lie after the time asked about, see `checkRevocation`. */
      readonly revocationTime: number;
      readonly by: FindingObject;
      readonly fault: Fault;
    }
  | {
      readonly status: 'undetermined';
      /** Why, most useful first; at least one. */
      readonly faults: readonly Fault[];
    };

export type Revoked = Extract<RevocationStatus, { status: 'revoked' }>;
