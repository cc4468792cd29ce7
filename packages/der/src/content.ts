import { checkBitString } from './bit-string.ts';
import { DerError } from './error.ts';
import type { DerElement } from './header.ts';
import { checkInteger } from './integer.ts';
import { checkOid } from './oid.ts';
import { isStringTag, stringValue } from './string.ts';
import { Tag } from './tag.ts';
import { timeValue } from './time.ts';

/**
 * Checks what DER demands of one primitive element of a universal type, whatever schema it stands in. Elements of
 * other classes pass: only a schema knows what is in them.
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
      checkOid(element);
      return;
    case Tag.UTC_TIME:
    case Tag.GENERALIZED_TIME:
      timeValue(element);
      return;
    default:
      if (isStringTag(tag)) stringValue(element);
      else if (tag === 0 || tag === 0x10 || tag === 0x11) throw new DerError('form-invalid', { offset: element.start });
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
 */
export function inSetOrder(a: DerElement, b: DerElement): boolean {
  const length = Math.max(a.end - a.start, b.end - b.start);
  for (let i = 0; i < length; i++) {
    const left = a.start + i < a.end ? (a.source[a.start + i] as number) : 0;
    const right = b.start + i < b.end ? (b.source[b.start + i] as number) : 0;
    if (left !== right) return left < right;
  }
  return true;
}
