import type { AlgorithmSupport, PlatformVerifier } from '@quorate/crypto';
import type { Certificate } from '@quorate/x509';
import type { Limits } from '../budget.ts';
import type { LabelledDer } from '../labelled-der.ts';
import type { PeerName } from '../peer/peer-name.ts';
import type { AnchorChecks } from './trust-anchor.ts';

/**
 * A certificate as DER, or as it was read from DER. What was read from the latter is kept with the object, so in many searches
 * give the same object for the same certificate, and do not change its bytes.
 */
export type CertificateInput = Uint8Array | LabelledDer | Certificate;

/** What is trusted: a certificate, of which by default name, key and name constraints count, or a name and a key. */
export type TrustAnchor =
  | CertificateInput
  | {
      /** Name, DER. */
      readonly name: Uint8Array;
      /** SubjectPublicKeyInfo, DER. */
      readonly publicKey: Uint8Array;
    };

/**
 * How revocation is judged, RFC 5280, 6.1.3 (a) (3).
 *
 * - `hard`: every certificate of the path must be known not to be revoked.
 * - `soft`: a certificate known to be revoked is refused; one of which nothing is known is a warning.
 * - `off`: nothing is looked at, which is a warning.
 */
export type RevocationMode = 'hard' | 'soft' | 'off';

/** What a certification path is wanted for: the inputs of RFC 5280, 6.1.1, and what else binds. */
export interface PathRequest {
  readonly target: CertificateInput;
  readonly anchors: readonly TrustAnchor[];
  /** A pool in any order, trusted with nothing; what cannot be read is a warning. Default: none. */
  readonly intermediates?: readonly CertificateInput[];
  /** The instant that is asked about, in whole seconds since 1970-01-01T00:00:00Z, within the years 0 to 9999. */
  readonly time: number;
  /** user-initial-policy-set, OIDs as dotted text. Default: any-policy. */
  readonly policies?: readonly string[];
  /** initial-explicit-policy. Default `false`. */
  readonly explicitPolicy?: boolean;
  /** initial-policy-mapping-inhibit. Default `false`. */
  readonly inhibitPolicyMapping?: boolean;
  /** initial-any-policy-inhibit. Default `false`. */
  readonly inhibitAnyPolicy?: boolean;
  /**
   * An extended key usage (OID) that the target must be good for: it has no extKeyUsage, or one with this purpose or with
   * anyExtendedKeyUsage (RFC 5280, 4.2.1.12). Default: none is asked for, and extKeyUsage is not looked at.
   */
  readonly purpose?: string;
  /**
   * The purpose binds every CA of the path as well, as browsers have it and RFC 5280 does not; an anchor where
   * `anchorChecks.constraints` is asked for. Default `false`.
   */
  readonly nestedPurpose?: boolean;
  /** Whom the target must name (RFC 9525). Default: nobody, and names are not looked at. */
  readonly peer?: PeerName;
  /** CRLs, DER, in any order; what was read of a `LabelledDer` is kept with the object. */
  readonly crls?: readonly (Uint8Array | LabelledDer)[];
  /** OCSP responses, DER, in any order. */
  readonly ocspResponses?: readonly (Uint8Array | LabelledDer)[];
  /** Default: `hard` when a CRL or an OCSP response is given, else `off`. */
  readonly revocation?: RevocationMode;
  /**
   * In seconds, from 0: a CRL or an OCSP response whose thisUpdate is longer ago is of no use. Default: its nextUpdate
   * alone decides.
   */
  readonly revocationMaxAge?: number;
  /** What of the anchors' own certificates binds. Default: name, key and name constraints. */
  readonly anchorChecks?: AnchorChecks;
  /**
   * Certificates that no path may contain; an anchor among them is none. They are known by what is signed, since anybody
   * can make another valid signature of an ECDSA one. What cannot be read is a warning. Default: none.
   */
  readonly distrusted?: readonly CertificateInput[];
  /**
   * How many certificates may stand between the target and the anchor, self-issued ones not counted: the start of
   * max_path_length (RFC 5280, 6.1.2 (k)). 0 to 100, default 100, as in OpenSSL.
   */
  readonly maxDepth?: number;
  readonly limits?: Partial<Limits>;
  /**
   * Key and signature algorithms beside those that the crypto room always knows, for instance `postQuantum` of
   * `@quorate/crypto/post-quantum`. Default: none; what only they could read fails, and the finding says so.
   */
  readonly algorithms?: AlgorithmSupport | undefined;
  /** A fast path for signatures, see the crypto room. */
  readonly platform?: PlatformVerifier;
}
