import type { AttributeTypeName, StringType } from './attribute-type.ts';

/** One attribute of a name (RFC 5280, 4.1.2.4). */
export interface AttributeTypeAndValue {
  /** A name of the table in `attribute-type.ts`, or an object identifier as dotted text. */
  readonly type: AttributeTypeName | (string & {});
  readonly value: string;
  /**
   * In place of the usual string type, for a name that must be the same octets as an older one, as that of a CA that is
   * certified again: PrintableString in place of UTF8String; for a type without a name here any of the three.
   */
  readonly string?: StringType;
}

/**
 * A name in the order of its encoding, one attribute in each relative distinguished name. The string type follows from
 * the attribute type: PrintableString for countryName, jurisdictionCountryName, serialNumber, dnQualifier and
 * telephoneNumber, IA5String for emailAddress and domainComponent, UTF8String for all else (RFC 5280, 4.1.2.4 and
 * appendix A), unless an attribute says otherwise.
 */
export type DistinguishedName = readonly AttributeTypeAndValue[];

/** A GeneralName (RFC 5280, 4.2.1.6), in subjectAltName and wherever else one stands. */
export type AlternativeName =
  | { readonly type: 'dNSName' | 'rfc822Name' | 'uniformResourceIdentifier'; readonly value: string }
  /** 4 or 16 octets; in name constraints 8 or 32, address and mask. */
  | { readonly type: 'iPAddress'; readonly bytes: Uint8Array }
  | { readonly type: 'directoryName'; readonly name: DistinguishedName }
  | { readonly type: 'registeredID'; readonly oid: string }
  /** `der`: the value, one element of strict DER. */
  | { readonly type: 'otherName'; readonly oid: string; readonly der: Uint8Array }
  /** `der`: the ORAddress or EDIPartyName, a SEQUENCE in strict DER. */
  | { readonly type: 'x400Address' | 'ediPartyName'; readonly der: Uint8Array };
