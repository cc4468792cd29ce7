import { DerError } from './error.ts';
import type { DerElement } from './header.ts';
import { Tag } from './tag.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether `stringValue` knows how to read an element with this tag. */
export function isStringTag(tag: number): boolean {
  return tag in readers;
}

/**
 * The text of a UTF8String, PrintableString, IA5String, NumericString, VisibleString, BMPString, UniversalString or
 * TeletexString. TeletexString is read as ISO 8859-1, as other X.509 readers do, since T.61 is not in use.
 *
 * @throws DerError `string-invalid` when a character is not of the type's repertoire (X.680, 41), `unexpected-tag`
 */
export function stringValue(element: DerElement): string {
  const reader = readers[element.tag];
  if (reader === undefined) throw new DerError('unexpected-tag', { offset: element.start, actual: element.tag });
  const text = reader(element.source.subarray(element.content, element.end));
  if (text === null) throw new DerError('string-invalid', { offset: element.content });
  return text;
}

const readers: Readonly<Record<number, (content: Uint8Array) => string | null>> = {
  [Tag.UTF8_STRING]: readUtf8,
  [Tag.NUMERIC_STRING]: (content) => matching(content, /^[0-9 ]*$/),
  [Tag.PRINTABLE_STRING]: (content) => matching(content, /^[A-Za-z0-9 '()+,./:=?-]*$/),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: IA5 is the whole of ASCII, controls included (X.680, 41)
  [Tag.IA5_STRING]: (content) => matching(content, /^[\x00-\x7f]*$/),
  [Tag.VISIBLE_STRING]: (content) => matching(content, /^[\x20-\x7e]*$/),
  [Tag.TELETEX_STRING]: latin1,
  [Tag.BMP_STRING]: readBmp,
  [Tag.UNIVERSAL_STRING]: readUniversal,
};

function readUtf8(content: Uint8Array): string | null {
  try {
    return utf8.decode(content);
  } catch {
    return null;
  }
}

function latin1(content: Uint8Array): string {
  let text = '';
  for (const octet of content) text += String.fromCharCode(octet);
  return text;
}

function matching(content: Uint8Array, repertoire: RegExp): string | null {
  const text = latin1(content);
  return repertoire.test(text) ? text : null;
}

function readBmp(content: Uint8Array): string | null {
  if (content.length % 2 !== 0) return null;
  let text = '';
  for (let i = 0; i < content.length; i += 2) {
    const unit = ((content[i] as number) << 8) | (content[i + 1] as number);
    if (unit >= 0xd800 && unit <= 0xdfff) return null;
    text += String.fromCharCode(unit);
  }
  return text;
}

function readUniversal(content: Uint8Array): string | null {
  if (content.length % 4 !== 0) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let text = '';
  for (let i = 0; i < content.length; i += 4) {
    const point = view.getUint32(i);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}
