import { bytesOf, contentOf, type DerElement, DerError, isStringTag, oidText, stringValue, Tag } from '@quorate/der';
import type { Name, NameAttribute } from '@quorate/x509';
import { LintError } from '../error.ts';
import { inside } from './fields.ts';

/** A name attribute, whatever is in it. Byte fields are views of the object. */
export interface RawAttribute extends NameAttribute {
  /** The tag of the value, see `Tag`. */
  readonly tag: number;
  /** The content of the value. */
  readonly content: Uint8Array;
  /** What strict DER says of the value; then `text` is `null`. */
  readonly error: DerError | null;
}

/** A name of which only the structure is known to be right. It can be given to `nameText`. */
export interface RawName extends Name {
  readonly rdns: readonly (readonly RawAttribute[])[];
}

/** Reads a Name (RFC 5280, 4.1.2.4): the order of a SET and the characters of a string are not checked. */
export function readRawName(element: DerElement, field: string): RawName {
  const rdns = inside(element, field)
    .all()
    .map((rdn) => {
      if (rdn.tag !== Tag.SET) throw badTag(field, rdn, Tag.SET);
      return inside(rdn, field)
        .all()
        .map((attribute) => readAttribute(attribute, field));
    });
  return { bytes: bytesOf(element), rdns };
}

function readAttribute(element: DerElement, field: string): RawAttribute {
  if (element.tag !== Tag.SEQUENCE) throw badTag(field, element, Tag.SEQUENCE);
  const fields = inside(element, field);
  const type = oidText(fields.at(0, `${field}.type`, Tag.OBJECT_IDENTIFIER));
  const value = fields.at(1, `${field}.value`);
  const { text, error } = textOf(value);
  return { type, text, value: bytesOf(value), tag: value.tag, content: contentOf(value), error };
}

function textOf(value: DerElement): { readonly text: string | null; readonly error: DerError | null } {
  if (!isStringTag(value.tag)) return { text: null, error: null };
  try {
    return { text: stringValue(value), error: null };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { text: null, error };
  }
}

/** That another tag stands where this one should. */
export function badTag(field: string, { start, tag }: DerElement, expected: number): LintError {
  const cause = new DerError('unexpected-tag', { offset: start, expected, actual: tag });
  return new LintError('unreadable', { field, cause });
}
