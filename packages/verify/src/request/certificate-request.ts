import type { SignatureAlgorithm } from '@quorate/crypto';
import type { CertificationRequest, Extension, KeyUsage } from '@quorate/x509';

/** One attribute that a name was asked to have: type as dotted text, and the text of its value. */
export interface RequestedAttribute {
  readonly type: string;
  readonly text: string;
}

/**
 * A name that was asked for: either exact bytes, or the attributes that it consists of. Attributes say nothing about
 * string types and order, so neither is judged; a name that has more than them is another name.
 */
export type RequestedName =
  | { readonly type: 'attributes'; readonly attributes: readonly RequestedAttribute[] }
  /** `bytes`: a Name, DER. */
  | { readonly type: 'exact'; readonly bytes: Uint8Array };

/**
 * What a certificate was asked to be, in RFC 5280's words. `null` stands for what nobody asked for or nobody knows;
 * what follows from it says `checkCertificateAgainstRequest`, field by field.
 */
export interface CertificateRequest {
  readonly subject: RequestedName | null;
  /** Left `null` for a self-signed certificate: it is the subject. */
  readonly issuer: RequestedName | null;
  /** SubjectPublicKeyInfo: of the CSR, or as an HSM attests it. */
  readonly publicKey: Uint8Array | null;
  /** Why `publicKey` is not known, and what to do about it, for the report; lower case, without a full stop. */
  readonly publicKeyUnknown?: string;
  /**
   * The CSR that `publicKey` was taken from. Its own signature must prove possession of the key, else the key was not
   * asked for. Left out where the key is known otherwise.
   */
  readonly keyFrom?: CertificationRequest;
  /**
   * The same key as an HSM attests it, where that is known beside the CSR: the certificate must have it too. Left out
   * where nobody attests it, or where `publicKey` is it.
   */
  readonly attestedKey?: Uint8Array;
  /** From notBefore to notAfter, in days of 86,400 seconds. */
  readonly validityDays: number | null;
  /** Seconds since 1970-01-01T00:00:00Z, as are all instants here. */
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  /**
   * When the certificate was asked for, and when it came back: a start that nobody asked for must lie between, or at the
   * midnight before. Left out where that is not known; add to them by how much clocks may differ.
   */
  readonly requestedAt?: number;
  readonly returnedAt?: number;
  /** Content octets of the INTEGER. */
  readonly serialNumber: Uint8Array | null;
  readonly signatureAlgorithm: SignatureAlgorithm | null;
  readonly ca: boolean | null;
  readonly pathLen: number | null;
  /** An empty list asks for none. */
  readonly keyUsage: readonly KeyUsage[] | null;
  /** Object identifiers; an empty list asks for none. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** Whether an extension was asked to be critical. What is left out is as RFC 5280 says; no REST body says more. */
  readonly critical?: {
    readonly basicConstraints?: boolean;
    readonly keyUsage?: boolean;
    readonly extKeyUsage?: boolean;
  };
  /** Further extensions, which must stand in the certificate as they stand here. Default: none. */
  readonly otherExtensions?: readonly Extension[];
  readonly selfSigned: boolean;
}

/** A request in which nothing is asked for: a start for those who know little. */
export const NOTHING_ASKED: CertificateRequest = {
  subject: null,
  issuer: null,
  publicKey: null,
  validityDays: null,
  notBefore: null,
  notAfter: null,
  serialNumber: null,
  signatureAlgorithm: null,
  ca: null,
  pathLen: null,
  keyUsage: null,
  extendedKeyUsage: null,
  selfSigned: false,
};
