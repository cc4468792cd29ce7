import { encodeElement, encodeInteger, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { extension, general, text } from './values.ts';

/** Fields of an issuingDistributionPoint by their names; put them in the order of their tags. */
export const scope = {
  /** fullName with one URI. */
  point: (uri: string): Uint8Array => encodeElement(0xa0, encodeElement(0xa0, general.uri(uri))),
  userCerts: encodeElement(0x81, Uint8Array.of(0xff)),
  caCerts: encodeElement(0x82, Uint8Array.of(0xff)),
  /** The content of a BIT STRING. */
  someReasons: (...octets: readonly number[]): Uint8Array => encodeElement(0x83, Uint8Array.from(octets)),
  indirect: encodeElement(0x84, Uint8Array.of(0xff)),
  attributeCerts: encodeElement(0x85, Uint8Array.of(0xff)),
} as const;

/** Extensions of CRLs and of their entries, as a good CA marks them. */
export const crlExt = {
  scope: (fields: readonly Uint8Array[], critical = true): Uint8Array =>
    extension('issuingDistributionPoint', encodeSequence(...fields), critical),
  delta: (base: number | bigint, critical = true): Uint8Array =>
    extension('deltaCRLIndicator', encodeInteger(base), critical),
  /** One DistributionPoint of a URI, with further fields behind it. */
  freshest: (uri: string, more: readonly Uint8Array[] = [], critical = false): Uint8Array =>
    extension('freshestCRL', encodeSequence(encodeSequence(scope.point(uri), ...more)), critical),
  /** AccessDescriptions: OID and GeneralName. */
  infoAccess: (descriptions: readonly (readonly [string, Uint8Array])[], critical = false): Uint8Array =>
    extension(
      'authorityInfoAccess',
      encodeSequence(...descriptions.map(([method, location]) => encodeSequence(encodeOid(method), location))),
      critical,
    ),
  invalidityDate: (value: string, tag: number = Tag.GENERALIZED_TIME, critical = false): Uint8Array =>
    extension('invalidityDate', text(tag, value), critical),
  certificateIssuer: (names: readonly Uint8Array[], critical = true): Uint8Array =>
    extension('certificateIssuer', encodeSequence(...names), critical),
} as const;

export const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';
export const OCSP = '1.3.6.1.5.5.7.48.1';
