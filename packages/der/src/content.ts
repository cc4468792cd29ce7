import { checkBitString } from './bit-string.ts';
import { DerError } from './error.ts';
import type { DerElement } from './header.ts';
import { checkInteger } from './integer.ts';
import { checkOid } from './oid.ts';
import { checkString, isStringTag } from './string.ts';
import { Tag } from './tag.ts';
import { timeValue } from './time.ts';

/**
 * Checks what DER demands of the content of one primitive element of a universal type, whatever schema it stands in.
 * Elements of other classes pass: only a schema knows what is in them. So does the content of universal types that no
 * certificate has: REAL, TIME and its kin, ObjectDescriptor, VideotexString, GraphicString, GeneralString.
 *
 * @throws DerError the code of the rule that is broken
 */
export function checkPrimitive(element: DerElement): void {
  const { tag } = element;
  if (tag > 0x1f) return;
  switch (tag) {
    case Tag.BOOLEAN:
      checkBoolean(element);
      return;
    case Tag.INTEGER:
    case Tag.ENUMERATED:
      checkInteger(element);
      return;
    case Tag.BIT_STRING:
      checkBitString(element);
      return;
    case Tag.OCTET_STRING:
      return;
    case Tag.NULL:
      checkNull(element);
      return;
    case Tag.OBJECT_IDENTIFIER:
    case Tag.RELATIVE_OID:
      checkOid(element);
      return;
    case Tag.UTC_TIME:
    case Tag.GENERALIZED_TIME:
      timeValue(element);
      return;
    default:
      if (isStringTag(tag)) checkString(element);
  }
}

/** @throws DerError `boolean-invalid` */
export function checkBoolean(element: DerElement): void {
  const octet = element.source[element.content];
  if (element.end - element.content !== 1 || (octet !== 0 && octet !== 0xff)) {
    throw new DerError('boolean-invalid', { offset: element.content });
  }
}

/** @throws DerError `null-invalid` */
export function checkNull(element: DerElement): void {
  if (element.end !== element.content) throw new DerError('null-invalid', { offset: element.content });
}

/**
 * Whether `a` may stand before `b` in a SET OF: their encodings ascend, the shorter padded with zeros (X.690, 11.6).
 * The same element twice is refused as well: X.690 takes it, but no SET OF of a certificate or request may have it
 * (X.501, 8.2 and 9.3).
 */
export function inSetOrder(a: DerElement, b: DerElement): boolean {
  const length = Math.max(a.end - a.start, b.end - b.start);
  for (let i = 0; i < length; i++) {
    const left = a.start + i < a.end ? (a.source[a.start + i] as number) : 0;
    const right = b.start + i < b.end ? (b.source[b.start + i] as number) : 0;
    if (left !== right) return left < right;
  }
  return false;
}
