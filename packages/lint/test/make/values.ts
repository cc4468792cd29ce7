import {
  encodeBoolean,
  encodeElement,
  encodeInteger,
  encodeNamedBits,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
  oidContent,
  Tag,
} from '@quorate/der';
import { keyUsageNames, purposeOid } from '@quorate/x509';
import { extensionOid, type KnownExtension } from '../../src/object/extension-value.ts';

/** Bytes of a text, character by character: ISO 8859-1. */
export const octets = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** One element with this tag around a text of ISO 8859-1. */
export const text = (tag: number, value: string): Uint8Array => encodeElement(tag, octets(value));
export const printable = (value: string): Uint8Array => text(Tag.PRINTABLE_STRING, value);
export const utf8 = (value: string): Uint8Array => encodeUtf8String(value);

/** UTCTime of `2026-01-01T00:00:00Z`, or GeneralizedTime from 2050 and before 1950. */
export function time(iso: string): Uint8Array {
  const digits = iso.replace(/[-T:]/g, '');
  const year = Number(digits.slice(0, 4));
  return year >= 1950 && year < 2050 ? utcTime(digits.slice(2)) : generalizedTime(digits);
}
/** Any text as UTCTime, right or wrong. */
export const utcTime = (value: string): Uint8Array => text(Tag.UTC_TIME, value);
export const generalizedTime = (value: string): Uint8Array => text(Tag.GENERALIZED_TIME, value);

/** Attribute types by their short names. */
export const attributeType = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  postalCode: '2.5.4.17',
  GN: '2.5.4.42',
  DC: '0.9.2342.19200300.100.1.25',
  emailAddress: '1.2.840.113549.1.9.1',
} as const;

export type AttributeType = keyof typeof attributeType;

/** An attribute; a text becomes a UTF8String, C, serialNumber and DC what RFC 5280 makes of them. */
export function attribute(type: AttributeType, value: string | Uint8Array): Uint8Array {
  const encoded = typeof value !== 'string' ? value : attributeText(type, value);
  return encodeSequence(encodeOid(attributeType[type]), encoded);
}

function attributeText(type: AttributeType, value: string): Uint8Array {
  if (type === 'C' || type === 'serialNumber') return printable(value);
  return type === 'DC' || type === 'emailAddress' ? text(Tag.IA5_STRING, value) : utf8(value);
}

/** A name with one attribute in each relative name: `name(['C', 'CH'], ['CN', 'x'])`. */
export function name(...attributes: readonly (readonly [AttributeType, string | Uint8Array])[]): Uint8Array {
  return rdns(...attributes.map((one) => [one]));
}

/** A name of relative names with several attributes. */
export function rdns(...all: readonly (readonly (readonly [AttributeType, string | Uint8Array])[])[]): Uint8Array {
  return encodeSequence(...all.map((rdn) => encodeSetOf(...rdn.map(([type, value]) => attribute(type, value)))));
}

/** GeneralNames by their forms. */
export const general = {
  other: (oid: string, value: Uint8Array): Uint8Array =>
    encodeElement(0xa0, encodeOid(oid), encodeElement(0xa0, value)),
  email: (value: string): Uint8Array => text(0x81, value),
  dns: (value: string): Uint8Array => text(0x82, value),
  directory: (value: Uint8Array): Uint8Array => encodeElement(0xa4, value),
  uri: (value: string): Uint8Array => text(0x86, value),
  ip: (...bytes: readonly number[]): Uint8Array => encodeElement(0x87, Uint8Array.from(bytes)),
  oid: (value: string): Uint8Array => encodeElement(0x88, oidContent(value)),
} as const;

/** One Extension; `critical` may be octets, right or wrong. */
export function extension(
  oid: KnownExtension | `${number}.${string}`,
  value: Uint8Array,
  critical: boolean | Uint8Array = false,
): Uint8Array {
  const known = (extensionOid as Readonly<Record<string, string>>)[oid] ?? oid;
  const mark = critical === true ? encodeBoolean(true) : critical === false ? null : encodeElement(0x01, critical);
  return encodeSequence(encodeOid(known), ...(mark === null ? [] : [mark]), encodeOctetString(value));
}

/** Whole extensions, as a good CA writes them. */
export const ext = {
  basicConstraints: (ca: boolean, pathLen: number | null = null, critical = true): Uint8Array =>
    extension(
      'basicConstraints',
      encodeSequence(...(ca ? [encodeBoolean(true)] : []), ...(pathLen === null ? [] : [encodeInteger(pathLen)])),
      critical,
    ),
  /** By the names of the bits. */
  keyUsage: (usages: readonly string[], critical = true): Uint8Array =>
    extension('keyUsage', encodeNamedBits(usages.map((usage) => keyUsageNames.indexOf(usage as never))), critical),
  /** By the names of RFC 5280 or OIDs. */
  extKeyUsage: (purposes: readonly string[], critical = false): Uint8Array =>
    extension('extKeyUsage', encodeSequence(...purposes.map((one) => encodeOid(purposeOid(one) ?? one))), critical),
  ski: (id: Uint8Array = KEY_ID, critical = false): Uint8Array =>
    extension('subjectKeyIdentifier', encodeOctetString(id), critical),
  aki: (id: Uint8Array = KEY_ID, critical = false): Uint8Array =>
    extension('authorityKeyIdentifier', encodeSequence(encodeElement(0x80, id)), critical),
  san: (names: readonly Uint8Array[], critical = false): Uint8Array =>
    extension('subjectAltName', encodeSequence(...names), critical),
  ian: (names: readonly Uint8Array[], critical = false): Uint8Array =>
    extension('issuerAltName', encodeSequence(...names), critical),
  crlNumber: (value: number | bigint, critical = false): Uint8Array =>
    extension('cRLNumber', encodeInteger(value), critical),
  reason: (code: number, critical = false): Uint8Array =>
    extension('reasonCode', encodeElement(Tag.ENUMERATED, Uint8Array.of(code)), critical),
} as const;

/** Any 20 octets. */
export const KEY_ID: Uint8Array = hex('00112233445566778899aabbccddeeff00112233');
