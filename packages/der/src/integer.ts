import { hexOf } from './bytes.ts';
import { DerError } from './error.ts';
import type { DerElement } from './header.ts';

/**
 * Checks the content of an INTEGER or ENUMERATED: at least one octet, and no superfluous leading one (X.690, 8.3.2).
 *
 * @throws DerError `integer-not-minimal`
 */
export function checkInteger(element: DerElement): void {
  const { source, content, end } = element;
  if (content === end) throw new DerError('integer-not-minimal', { offset: content });
  if (end - content > 1) {
    const first = source[content] as number;
    const second = source[content + 1] as number;
    if ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)) {
      throw new DerError('integer-not-minimal', { offset: content });
    }
  }
}

/** In octets: half of what the smallest BigInt of a browser holds (2^20 bits). */
const LONGEST_VALUE = 65536;

/**
 * The value of an INTEGER or ENUMERATED of up to 65,536 octets.
 *
 * @throws DerError `integer-not-minimal`, `integer-out-of-range` when it is longer
 */
export function integerValue(element: DerElement): bigint {
  checkInteger(element);
  if (element.end - element.content > LONGEST_VALUE) {
    throw new DerError('integer-out-of-range', { offset: element.content, limit: LONGEST_VALUE });
  }
  const unsigned = BigInt(`0x${hexOf(element.source.subarray(element.content, element.end))}`);
  const negative = (element.source[element.content] as number) >= 0x80;
  return negative ? unsigned - (1n << BigInt(8 * (element.end - element.content))) : unsigned;
}

/**
 * The value of an INTEGER that must lie in `[min, max]`; both are safe integers.
 *
 * @throws DerError `integer-not-minimal`, `integer-out-of-range`
 */
export function smallInteger(element: DerElement, min: number, max: number): number {
  checkInteger(element);
  if (element.end - element.content <= 7) {
    let value = ((element.source[element.content] as number) << 24) >> 24;
    for (let i = element.content + 1; i < element.end; i++) value = value * 256 + (element.source[i] as number);
    if (value >= min && value <= max) return value;
  }
  throw new DerError('integer-out-of-range', { offset: element.content });
}

/** The content octets of an INTEGER: minimal two's complement, most significant octet first. */
export function integerContent(value: bigint): Uint8Array {
  const negative = value < 0n;
  const magnitude = negative ? -value - 1n : value;
  let digits = magnitude.toString(16);
  if (digits.length % 2 === 1) digits = `0${digits}`;
  if (Number.parseInt(digits.slice(0, 2), 16) >= 0x80) digits = `00${digits}`;
  const content = new Uint8Array(digits.length / 2);
  for (let i = 0; i < content.length; i++) {
    const octet = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
    content[i] = negative ? octet ^ 0xff : octet;
  }
  return content;
}
