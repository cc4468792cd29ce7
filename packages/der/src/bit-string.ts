import { DerError } from './error.ts';
import type { DerElement } from './header.ts';

/** A BIT STRING: `bytes` (a view of the source, first bit the most significant) less its last `unusedBits` bits. */
export interface BitString {
  readonly bytes: Uint8Array;
  /** 0 to 7; these low bits of the last byte are zero. */
  readonly unusedBits: number;
}

/**
 * Checks the content of a BIT STRING: a count of 0 to 7 unused bits, and those bits zero (X.690, 8.6.2, 11.2.1).
 *
 * @throws DerError `bit-string-invalid`
 */
export function checkBitString(element: DerElement): void {
  const { source, content, end } = element;
  const unused = source[content] as number;
  const valid =
    end > content &&
    unused <= 7 &&
    (end - content > 1 ? ((source[end - 1] as number) & ((1 << unused) - 1)) === 0 : unused === 0);
  if (!valid) throw new DerError('bit-string-invalid', { offset: content });
}

/** The value of a BIT STRING. */
export function bitStringValue(element: DerElement): BitString {
  checkBitString(element);
  return {
    bytes: element.source.subarray(element.content + 1, element.end),
    unusedBits: element.source[element.content] as number,
  };
}

/** In octets, of a named bit list: `encodeNamedBits` takes bits 0 to 32,767. */
const LONGEST_BIT_LIST = 4096;

/**
 * The bits that are set in a named bit list of up to 32,768 bits, ascending; bit 0 is the first. Trailing zero bits must
 * have been removed (X.690, 11.2.2).
 *
 * @throws DerError `bit-string-invalid`, `named-bits-not-trimmed`
 */
export function namedBits(element: DerElement): number[] {
  const { bytes, unusedBits } = bitStringValue(element);
  if (bytes.length > LONGEST_BIT_LIST) {
    throw new DerError('bit-string-invalid', { offset: element.content, limit: LONGEST_BIT_LIST });
  }
  const last = bytes[bytes.length - 1];
  if (last !== undefined && (last & (1 << unusedBits)) === 0) {
    throw new DerError('named-bits-not-trimmed', { offset: element.end - 1 });
  }
  const set: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    if (((bytes[bit >> 3] as number) & (0x80 >> (bit & 7))) !== 0) set.push(bit);
  }
  return set;
}
