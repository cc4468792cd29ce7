import {
  contextConstructed,
  encodeBoolean,
  encodeElement,
  encodeOctetString,
  encodeOid,
  encodeSequence,
} from '@quorate/der';

/** One extension, its value in DER. */
export interface EncodableExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Extension (RFC 5280, 4.1): `critical` is left out when it is false. */
export function encodeExtension({ oid, critical, value }: EncodableExtension): Uint8Array {
  const flag = critical ? [encodeBoolean(true)] : [];
  return encodeSequence(encodeOid(oid), ...flag, encodeOctetString(value));
}

/**
 * Extensions under `[number] EXPLICIT`; nothing for an empty list.
 *
 * @param number 3 in a TBSCertificate, 0 in a TBSCertList
 */
export function encodeExtensions(extensions: readonly EncodableExtension[], number = 3): Uint8Array {
  if (extensions.length === 0) return new Uint8Array(0);
  return encodeElement(contextConstructed(number), encodeSequence(...extensions.map(encodeExtension)));
}
