import { integerContent } from './integer.ts';
import { oidContent } from './oid.ts';
import { contextConstructed, isTag, Tag } from './tag.ts';
import { type DerTime, timeContent } from './time.ts';

/**
 * One element: tag, minimal length, content.
 *
 * @param tag as one number, see `Tag`
 * @param content its parts, joined
 * @throws TypeError when the number is no tag
 */
export function encodeElement(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const head = [...tagOctets(tag), ...lengthOctets(length)];
  const out = new Uint8Array(head.length + length);
  out.set(head);
  let at = head.length;
  for (const part of content) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function tagOctets(tag: number): number[] {
  if (!isTag(tag)) throw new TypeError(`not a tag: ${tag}`);
  if (tag <= 0xff) return [tag];
  const number = tag & 0xffff;
  return number < 128 ? [tag >> 16, number] : [tag >> 16, (number >> 7) | 0x80, number & 0x7f];
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256);
  return [0x80 | octets.length, ...octets];
}

/** A SEQUENCE of the encoded elements given. */
export function encodeSequence(...elements: readonly Uint8Array[]): Uint8Array {
  return encodeElement(Tag.SEQUENCE, ...elements);
}

/** A SET OF the encoded elements given, put in DER's order (X.690, 11.6); the same one twice is a `TypeError`. */
export function encodeSetOf(...elements: readonly Uint8Array[]): Uint8Array {
  const sorted = [...elements].sort(compareEncodings);
  if (sorted.some((element, i) => i > 0 && compareEncodings(sorted[i - 1] as Uint8Array, element) === 0)) {
    throw new TypeError('an element stands in the SET OF twice');
  }
  return encodeElement(Tag.SET, ...sorted);
}

function compareEncodings(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `[number] EXPLICIT` around one encoded element. */
export function encodeExplicit(number: number, element: Uint8Array): Uint8Array {
  return encodeElement(contextConstructed(number), element);
}

export function encodeBoolean(value: boolean): Uint8Array {
  return encodeElement(Tag.BOOLEAN, Uint8Array.of(value ? 0xff : 0));
}

/** An INTEGER; a `number` must be a safe integer, else `TypeError`. */
export function encodeInteger(value: bigint | number): Uint8Array {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError('an INTEGER needs a safe integer or a bigint');
  return encodeElement(Tag.INTEGER, integerContent(BigInt(value)));
}

export function encodeOid(text: string): Uint8Array {
  return encodeElement(Tag.OBJECT_IDENTIFIER, oidContent(text));
}

export function encodeNull(): Uint8Array {
  return encodeElement(Tag.NULL);
}

export function encodeOctetString(content: Uint8Array): Uint8Array {
  return encodeElement(Tag.OCTET_STRING, content);
}

/** A BIT STRING of whole octets, as keys and signatures are. */
export function encodeBitString(bytes: Uint8Array): Uint8Array {
  return encodeElement(Tag.BIT_STRING, Uint8Array.of(0), bytes);
}

/** A named bit list with these bits set, trailing zero bits removed (X.690, 11.2.2). Bits are 0 to 32,767. */
export function encodeNamedBits(bits: readonly number[]): Uint8Array {
  if (bits.some((bit) => !Number.isInteger(bit) || bit < 0 || bit > 32767)) {
    throw new TypeError('a named bit is an integer from 0 to 32767');
  }
  if (bits.length === 0) return encodeElement(Tag.BIT_STRING, Uint8Array.of(0));
  const last = bits.reduce((most, bit) => Math.max(most, bit));
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] as number) | (0x80 >> (bit & 7));
  return encodeElement(Tag.BIT_STRING, Uint8Array.of(7 - (last & 7)), bytes);
}

/** A UTF8String; a lone surrogate, which UTF-8 cannot carry, is a `TypeError`. */
export function encodeUtf8String(text: string): Uint8Array {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('a lone surrogate has no UTF-8 form');
  return encodeElement(Tag.UTF8_STRING, new TextEncoder().encode(text));
}

/** A UTCTime or GeneralizedTime, as `time.type` says; see `timeContent` for its bounds. */
export function encodeTime(time: DerTime): Uint8Array {
  return encodeElement(time.type === 'UTCTime' ? Tag.UTC_TIME : Tag.GENERALIZED_TIME, timeContent(time));
}
