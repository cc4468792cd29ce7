import type { SignatureAlgorithm } from '@quorate/crypto';
import type { KeyUsage } from '@quorate/x509';
import type { AttributeTypeName } from './attribute-type.ts';

/** One attribute of a name (RFC 5280, 4.1.2.4). */
export interface AttributeTypeAndValue {
  /** A name of the table in `attribute-type.ts`, or an object identifier as dotted text. */
  readonly type: AttributeTypeName | (string & {});
  readonly value: string;
}

/**
 * A name in the order of its encoding, one attribute in each relative distinguished name. The string type follows from
 * the attribute type: PrintableString for countryName, serialNumber and dnQualifier, IA5String for emailAddress and
 * domainComponent, UTF8String for all else (RFC 5280, 4.1.2.4 and appendix A).
 */
export type DistinguishedName = readonly AttributeTypeAndValue[];

/** A name in subjectAltName (RFC 5280, 4.2.1.6). */
export type AlternativeName =
  | { readonly type: 'dNSName' | 'rfc822Name' | 'uniformResourceIdentifier'; readonly value: string }
  | { readonly type: 'iPAddress'; readonly bytes: Uint8Array }
  | { readonly type: 'directoryName'; readonly name: DistinguishedName }
  | { readonly type: 'registeredID'; readonly oid: string };

/**
 * What a certificate must look like, as plain data. Nothing has a default: what is not said here is not in the
 * certificate, but for the key identifiers, which follow from the keys.
 */
export interface CertificateProfile {
  /** `'from-request'` takes the subject of the certification request, byte for byte. */
  readonly subject: DistinguishedName | 'from-request';
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly notBefore: number;
  /** Seconds since 1970-01-01T00:00:00Z; 253402300799 is 9999-12-31T23:59:59Z, no well-defined end (4.1.2.5). */
  readonly notAfter: number;
  /** Positive, below 2^159 (4.1.2.2). As bytes: a big-endian number without sign, leading zeros taken. */
  readonly serialNumber: bigint | Uint8Array;
  /** Of the issuer's key: an entry of `signatureAlgorithms`, or what `signatureAlgorithmOfDer` gives. */
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** `null`: no such extension. Critical wherever it stands. */
  readonly basicConstraints: { readonly ca: boolean; readonly pathLen?: number } | null;
  /** `null`: no such extension; not for a CA. Critical wherever it stands. In any order, none twice. */
  readonly keyUsage: readonly KeyUsage[] | null;
  /** Names of RFC 5280, 4.2.1.12, or object identifiers, in the order of the encoding, none twice. Not critical. */
  readonly extendedKeyUsage?: readonly string[];
  /** In the order of the encoding. Critical if and only if the subject is empty (4.2.1.6). */
  readonly subjectAltName?: readonly AlternativeName[];
}
