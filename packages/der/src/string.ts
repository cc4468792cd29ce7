import { DerError } from './error.ts';
import type { DerElement } from './header.ts';
import { Tag } from './tag.ts';

/** One bit for each type whose characters are single octets of ASCII. */
const NUMERIC = 1;
const PRINTABLE = 2;
const VISIBLE = 4;
const IA5 = 8;

/** Which of those types have an octet (X.680, 41). */
const repertoires: Uint8Array = new Uint8Array(256).map((_, octet) => {
  const character = String.fromCharCode(octet);
  if (octet > 0x7f) return 0;
  if (octet < 0x20 || octet === 0x7f) return IA5;
  const numeric = /[0-9 ]/.test(character) ? NUMERIC : 0;
  const printable = /[A-Za-z0-9 '()+,./:=?-]/.test(character) ? PRINTABLE : 0;
  return IA5 | VISIBLE | printable | numeric;
});

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether `stringValue` knows how to read an element with this tag. */
export function isStringTag(tag: number): boolean {
  return tag === Tag.TELETEX_STRING || tag === Tag.UTF8_STRING || asciiType(tag) !== 0 || wideOctets(tag) !== 0;
}

/**
 * The text of a UTF8String, PrintableString, IA5String, NumericString, VisibleString, BMPString, UniversalString or
 * TeletexString. TeletexString is read as ISO 8859-1, as other X.509 readers do, since T.61 is not in use.
 *
 * @throws DerError `string-invalid` when a character is not of the type's repertoire (X.680, 41), `unexpected-tag`
 */
export function stringValue(element: DerElement): string {
  const { source, content, end, tag } = element;
  const width = wideOctets(tag);
  if (width !== 0) return wideText(element, width);
  checkString(element);
  if (tag === Tag.UTF8_STRING && !isAscii(element)) return utf8Text(element);
  return octetText(source, content, end);
}

/**
 * Checks the characters of an element that is one of those string types, without making text of them.
 *
 * @throws DerError `string-invalid`, `unexpected-tag`
 */
export function checkString(element: DerElement): void {
  const { source, content, end, tag } = element;
  const type = asciiType(tag);
  if (type !== 0) {
    for (let i = content; i < end; i++) {
      if (((repertoires[source[i] as number] as number) & type) === 0) throw invalid(i);
    }
  } else if (tag === Tag.UTF8_STRING) {
    if (!isAscii(element)) utf8Text(element);
  } else if (tag !== Tag.TELETEX_STRING) {
    const width = wideOctets(tag);
    if (width === 0) throw new DerError('unexpected-tag', { offset: element.start, actual: tag });
    wideText(element, width);
  }
}

function invalid(offset: number): DerError {
  return new DerError('string-invalid', { offset });
}

function asciiType(tag: number): number {
  switch (tag) {
    case Tag.PRINTABLE_STRING:
      return PRINTABLE;
    case Tag.IA5_STRING:
      return IA5;
    case Tag.NUMERIC_STRING:
      return NUMERIC;
    case Tag.VISIBLE_STRING:
      return VISIBLE;
    default:
      return 0;
  }
}

/** Octets in one character of the types that are big-endian code points. */
function wideOctets(tag: number): number {
  if (tag === Tag.BMP_STRING) return 2;
  return tag === Tag.UNIVERSAL_STRING ? 4 : 0;
}

function isAscii({ source, content, end }: DerElement): boolean {
  for (let i = content; i < end; i++) if ((source[i] as number) >= 0x80) return false;
  return true;
}

function utf8Text({ source, content, end }: DerElement): string {
  try {
    return utf8.decode(source.subarray(content, end));
  } catch {
    throw invalid(content);
  }
}

function wideText({ source, content, end }: DerElement, width: number): string {
  if ((end - content) % width !== 0) throw invalid(content);
  const points = new Uint32Array((end - content) / width);
  for (let i = 0; i < points.length; i++) {
    let point = 0;
    const at = content + i * width;
    for (let k = 0; k < width; k++) point = point * 256 + (source[at + k] as number);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) throw invalid(at);
    points[i] = point;
  }
  return joined(points, String.fromCodePoint);
}

/** Octets as the characters with their numbers. The short texts that names are made of are faster without a call for many. */
function octetText(source: Uint8Array, content: number, end: number): string {
  if (end - content > SHORT) return joined(source.subarray(content, end), String.fromCharCode);
  let text = '';
  for (let i = content; i < end; i++) text += String.fromCharCode(source[i] as number);
  return text;
}

const SHORT = 12;

/** In pieces, because an engine bounds the arguments of a call. */
function joined(codes: Uint8Array | Uint32Array, text: (...codes: number[]) => string): string {
  let all = '';
  for (let i = 0; i < codes.length; i += 4096) all += Reflect.apply(text, null, codes.subarray(i, i + 4096));
  return all;
}
