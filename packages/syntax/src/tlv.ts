import { decodeUtf8 } from './utf8.ts';

/** Why bytes are not the HSM's TLV (SKA.md 5.1), or not the elements expected. */
export type TlvErrorCode =
  /** The input ends inside a length word, an element's header, its value or its padding. */
  | 'truncated'
  /** A length word that differs from the number of bytes behind it. */
  | 'length-mismatch'
  /** Padding that is not zero. */
  | 'padding-not-zero'
  /** Another element than the one expected; `expected` and `actual` are types. */
  | 'unexpected-element'
  /** The elements end where `expected` should stand. */
  | 'element-missing'
  /** A number whose value is not 4 (or 8) bytes, or above what a number here can hold. */
  | 'number-invalid'
  /** A name or label that is not UTF-8. */
  | 'text-invalid'
  /** More bytes than `limit`. */
  | 'input-too-large';

export interface TlvErrorFacts {
  /** Index into the bytes given to the reader. */
  readonly offset: number;
  readonly expected?: number;
  readonly actual?: number;
  readonly limit?: number;
  readonly cause?: unknown;
}

/** Bytes that are not well-formed TLV, or other elements than expected. */
export class TlvError extends Error {
  override readonly name = 'TlvError';
  readonly code: TlvErrorCode;
  readonly offset: number;
  readonly expected: number | undefined;
  readonly actual: number | undefined;
  readonly limit: number | undefined;

  constructor(code: TlvErrorCode, facts: TlvErrorFacts) {
    const counts = code === 'length-mismatch' ? '' : '0x';
    const show = (value: number): string =>
      counts === '' ? String(value) : counts + value.toString(16).padStart(4, '0');
    let text = `${code.replaceAll('-', ' ')} at byte ${facts.offset}`;
    if (facts.expected !== undefined) text += `, expected ${show(facts.expected)}`;
    if (facts.actual !== undefined) text += `, found ${show(facts.actual)}`;
    if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
    super(text, { cause: facts.cause });
    this.code = code;
    this.offset = facts.offset;
    this.expected = facts.expected;
    this.actual = facts.actual;
    this.limit = facts.limit;
  }
}

/** The most bytes a reader takes: 256 KiB. A request to the HSM holds at most 64 KB (SKA.md 2.1). */
export const TLV_MAX_BYTES: number = 256 * 1024;

/**
 * Reads the elements of one level in the order in which a layout asks for them. An element is a type (u16), a length
 * (u16), a value and zero padding to a multiple of four; a level is a length word (u32) and its elements; all little
 * endian (SKA.md 5.1). Values are views of the source. End every level with {@link TlvReader.finish}.
 */
export class TlvReader {
  readonly source: Uint8Array;
  /** Index of the first byte not yet read. */
  offset: number;
  readonly end: number;

  private constructor(source: Uint8Array, offset: number, end: number) {
    this.source = source;
    this.offset = offset;
    this.end = end;
  }

  /**
   * A reader over bytes that begin with their own length word.
   *
   * @throws TlvError `input-too-large`, `truncated`, `length-mismatch`
   */
  static of(bytes: Uint8Array): TlvReader {
    if (bytes.length > TLV_MAX_BYTES) {
      throw new TlvError('input-too-large', { offset: TLV_MAX_BYTES, limit: TLV_MAX_BYTES });
    }
    return TlvReader.#level(bytes, 0, bytes.length);
  }

  static #level(source: Uint8Array, start: number, end: number): TlvReader {
    if (end - start < 4) throw new TlvError('truncated', { offset: end });
    const length = number(source, start, 4);
    if (length !== end - start - 4) {
      throw new TlvError('length-mismatch', { offset: start, expected: end - start - 4, actual: length });
    }
    return new TlvReader(source, start + 4, end);
  }

  /** The type of the next element, or `null` at the end. */
  peek(): number | null {
    if (this.offset === this.end) return null;
    if (this.offset + 4 > this.end) throw new TlvError('truncated', { offset: this.end });
    return number(this.source, this.offset, 2);
  }

  /** The value of the next element, which must be of this type: a view. */
  value(type: number): Uint8Array {
    const { start, end } = this.#element(type);
    return this.source.subarray(start, end);
  }

  /** The value of the next element if it is of this type, else `null` and nothing is read. */
  optional(type: number): Uint8Array | null {
    return this.peek() === type ? this.value(type) : null;
  }

  /** The next element, a u32. */
  u32(type: number): number {
    const { start, end } = this.#element(type);
    if (end - start !== 4) throw new TlvError('number-invalid', { offset: start });
    return number(this.source, start, 4);
  }

  /** The next element, a u64 up to 2^53 - 1. */
  u64(type: number): number {
    const { start, end } = this.#element(type);
    const value = end - start === 8 ? number(this.source, start, 8) : Number.NaN;
    if (!Number.isSafeInteger(value)) throw new TlvError('number-invalid', { offset: start });
    return value;
  }

  /** The next element, UTF-8 text without a terminator. */
  text(type: number): string {
    const { start, end } = this.#element(type);
    try {
      return decodeUtf8(this.source.subarray(start, end));
    } catch (cause) {
      throw new TlvError('text-invalid', { offset: start, cause });
    }
  }

  /** The next element if it is text of this type, else `null` and nothing is read. */
  optionalText(type: number): string | null {
    return this.peek() === type ? this.text(type) : null;
  }

  /** A reader over the elements inside the next element, a container with its own length word. */
  container(type: number): TlvReader {
    const { start, end } = this.#element(type);
    return TlvReader.#level(this.source, start, end);
  }

  /**
   * Demands that nothing is left on this level.
   *
   * @throws TlvError `unexpected-element`
   */
  finish(): void {
    const type = this.peek();
    if (type !== null) throw new TlvError('unexpected-element', { offset: this.offset, actual: type });
  }

  #element(expected: number): { start: number; end: number } {
    const actual = this.peek();
    if (actual === null) throw new TlvError('element-missing', { offset: this.offset, expected });
    if (actual !== expected) throw new TlvError('unexpected-element', { offset: this.offset, expected, actual });
    const start = this.offset + 4;
    const end = start + number(this.source, this.offset + 2, 2);
    const next = start + Math.ceil((end - start) / 4) * 4;
    if (next > this.end) throw new TlvError('truncated', { offset: this.end });
    for (let i = end; i < next; i++) {
      if (this.source[i] !== 0) throw new TlvError('padding-not-zero', { offset: i });
    }
    this.offset = next;
    return { start, end };
  }
}

function number(source: Uint8Array, offset: number, octets: number): number {
  let value = 0;
  for (let i = octets - 1; i >= 0; i--) value = value * 256 + (source[offset + i] as number);
  return value;
}
