/**
 * Tags as one number: the identifier octet for tag numbers up to 30 (so `0x30` is SEQUENCE), and
 * `leading octet << 16 | number` for larger ones (X.690, 8.1.2).
 */
export const Tag = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OBJECT_IDENTIFIER: 0x06,
  ENUMERATED: 0x0a,
  UTF8_STRING: 0x0c,
  RELATIVE_OID: 0x0d,
  NUMERIC_STRING: 0x12,
  PRINTABLE_STRING: 0x13,
  TELETEX_STRING: 0x14,
  IA5_STRING: 0x16,
  UTC_TIME: 0x17,
  GENERALIZED_TIME: 0x18,
  VISIBLE_STRING: 0x1a,
  UNIVERSAL_STRING: 0x1c,
  BMP_STRING: 0x1e,
  SEQUENCE: 0x30,
  SET: 0x31,
} as const;

/** The tag of `[number]` with primitive content, as IMPLICIT tagging of a primitive type makes. */
export function contextPrimitive(number: number): number {
  return contextTag(number, 0x80);
}

/** The tag of `[number]` with constructed content: EXPLICIT tagging, or IMPLICIT of a SEQUENCE or SET. */
export function contextConstructed(number: number): number {
  return contextTag(number, 0xa0);
}

/** Whether elements with this tag hold other elements. */
export function isConstructed(tag: number): boolean {
  return ((tag > 0xff ? tag >> 16 : tag) & 0x20) !== 0;
}

/** Whether a number is a tag in the form that {@link Tag} describes. */
export function isTag(tag: number): boolean {
  if (!Number.isInteger(tag) || tag < 0 || tag > 0xff3fff) return false;
  if (tag <= 0xff) return (tag & 0x1f) !== 0x1f;
  const number = tag & 0xffff;
  return ((tag >> 16) & 0x1f) === 0x1f && number >= 31 && number <= 16383;
}

/**
 * Whether DER has an element of this tag in this form. Of the universal types only SEQUENCE, SET, EXTERNAL,
 * EMBEDDED PDV and CHARACTER STRING are constructed, and they always are (X.690, 8.9 to 8.18, 10.2); number 0 is
 * the end-of-contents mark of BER. The form of other classes is their schema's affair.
 */
export function isDerForm(tag: number): boolean {
  if (tag > 0x3f) return tag >> 16 !== 0x3f;
  const number = tag & 0x1f;
  return number !== 0 && ((CONSTRUCTED_TYPES >> number) & 1) === tag >> 5;
}

/** One bit for each universal type number. */
const CONSTRUCTED_TYPES = (1 << 8) | (1 << 11) | (1 << 16) | (1 << 17) | (1 << 29);

function contextTag(number: number, leading: number): number {
  if (!Number.isInteger(number) || number < 0 || number > 16383) {
    throw new TypeError('a context tag number is an integer from 0 to 16383');
  }
  return number < 31 ? leading | number : ((leading | 0x1f) << 16) | number;
}
