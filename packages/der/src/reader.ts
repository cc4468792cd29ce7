import { type BitString, bitStringValue, namedBits } from './bit-string.ts';
import { checkBoolean, checkNull, inSetOrder } from './content.ts';
import { DerError } from './error.ts';
import { type DerElement, readHeader } from './header.ts';
import { checkInteger, integerValue, smallInteger } from './integer.ts';
import { admit, type DerLimits } from './limits.ts';
import { oidText } from './oid.ts';
import { stringValue } from './string.ts';
import { Tag } from './tag.ts';
import { type DerTime, timeValue } from './time.ts';

/**
 * Reads the elements of one level from left to right, as a schema asks for them. Each method that names a type reads
 * the next element, demands its tag, and checks its content; `tag` replaces the type's own under IMPLICIT tagging.
 * Values are views of the source: nothing is copied. End every level with {@link DerReader.finish}.
 */
export class DerReader {
  readonly source: Uint8Array;
  /** Index of the first byte not yet read. */
  offset: number;
  readonly end: number;
  readonly #depth: number;
  readonly #maxDepth: number;

  private constructor(source: Uint8Array, offset: number, end: number, depth: number, maxDepth: number) {
    this.source = source;
    this.offset = offset;
    this.end = end;
    this.#depth = depth;
    this.#maxDepth = maxDepth;
  }

  /**
   * A reader over a whole input.
   *
   * @throws DerError `input-too-large`
   */
  static of(bytes: Uint8Array, limits: DerLimits = {}): DerReader {
    return new DerReader(bytes, 0, bytes.length, 0, admit(bytes, limits));
  }

  /** The tag of the next element, or `null` at the end. */
  peek(): number | null {
    return this.offset >= this.end ? null : readHeader(this.source, this.offset, this.end).tag;
  }

  /**
   * The next element, whatever it is, or the one with `tag` if given.
   *
   * @throws DerError `element-missing`, `unexpected-tag`, and the codes of a broken header
   */
  element(tag?: number): DerElement {
    if (this.offset >= this.end) {
      throw new DerError(
        'element-missing',
        tag === undefined ? { offset: this.offset } : { offset: this.offset, expected: tag },
      );
    }
    const element = readHeader(this.source, this.offset, this.end);
    if (tag !== undefined && element.tag !== tag) {
      throw new DerError('unexpected-tag', { offset: element.start, expected: tag, actual: element.tag });
    }
    this.offset = element.end;
    return element;
  }

  /** The next element if it has this tag, else `null` and nothing is read. */
  optional(tag: number): DerElement | null {
    if (this.offset >= this.end) return null;
    const element = readHeader(this.source, this.offset, this.end);
    if (element.tag !== tag) return null;
    this.offset = element.end;
    return element;
  }

  /**
   * A reader over the content of a constructed element.
   *
   * @throws DerError `depth-exceeded`
   */
  inside(element: DerElement): DerReader {
    if (this.#depth >= this.#maxDepth) {
      throw new DerError('depth-exceeded', { offset: element.start, limit: this.#maxDepth });
    }
    return new DerReader(element.source, element.content, element.end, this.#depth + 1, this.#maxDepth);
  }

  /** The next element, a SEQUENCE, as a reader over its content. */
  sequence(tag: number = Tag.SEQUENCE): DerReader {
    return this.inside(this.element(tag));
  }

  /** The elements of the next element, a SET OF, in their order, which is checked. */
  setOf(tag: number = Tag.SET): DerElement[] {
    const elements = this.inside(this.element(tag)).rest();
    elements.forEach((element, i) => {
      const previous = elements[i - 1];
      if (previous !== undefined && !inSetOrder(previous, element)) {
        throw new DerError('set-not-sorted', { offset: element.start });
      }
    });
    return elements;
  }

  /** All elements that are left on this level. */
  rest(): DerElement[] {
    const elements: DerElement[] = [];
    while (this.offset < this.end) elements.push(this.element());
    return elements;
  }

  boolean(tag: number = Tag.BOOLEAN): boolean {
    const element = this.element(tag);
    checkBoolean(element);
    return element.source[element.content] === 0xff;
  }

  integer(tag: number = Tag.INTEGER): bigint {
    return integerValue(this.element(tag));
  }

  /** The content octets of an INTEGER, two's complement. */
  integerBytes(tag: number = Tag.INTEGER): Uint8Array {
    const element = this.element(tag);
    checkInteger(element);
    return contentOf(element);
  }

  /** An INTEGER within `[min, max]`. */
  smallInteger(min: number, max: number, tag: number = Tag.INTEGER): number {
    return smallInteger(this.element(tag), min, max);
  }

  bitString(tag: number = Tag.BIT_STRING): BitString {
    return bitStringValue(this.element(tag));
  }

  /** A BIT STRING that must be whole octets, as keys and signatures are. */
  bitStringBytes(tag: number = Tag.BIT_STRING): Uint8Array {
    const element = this.element(tag);
    const { bytes, unusedBits } = bitStringValue(element);
    if (unusedBits !== 0) throw new DerError('bit-string-invalid', { offset: element.content });
    return bytes;
  }

  /** The set bits of a named bit list. */
  namedBits(tag: number = Tag.BIT_STRING): number[] {
    return namedBits(this.element(tag));
  }

  octetString(tag: number = Tag.OCTET_STRING): Uint8Array {
    return contentOf(this.element(tag));
  }

  null(tag: number = Tag.NULL): void {
    checkNull(this.element(tag));
  }

  /** An OBJECT IDENTIFIER as dotted text. */
  oid(tag: number = Tag.OBJECT_IDENTIFIER): string {
    return oidText(this.element(tag));
  }

  /** Text of whichever string type comes next. */
  string(): string {
    return stringValue(this.element());
  }

  /** A UTCTime or GeneralizedTime, whichever comes next. */
  time(): DerTime {
    return timeValue(this.element());
  }

  /**
   * Demands that nothing is left on this level.
   *
   * @throws DerError `trailing-bytes`
   */
  finish(): void {
    if (this.offset !== this.end) throw new DerError('trailing-bytes', { offset: this.offset });
  }
}

/** The bytes of an element with its header: a view of the source. */
export function bytesOf(element: DerElement): Uint8Array {
  return element.source.subarray(element.start, element.end);
}

/** The content of an element: a view of the source. */
export function contentOf(element: DerElement): Uint8Array {
  return element.source.subarray(element.content, element.end);
}

/**
 * Reads one SEQUENCE that is the whole input.
 *
 * @param read takes the fields; that nothing is left inside or behind the SEQUENCE is checked after it
 * @throws DerError
 */
export function readSequence<T>(bytes: Uint8Array, read: (fields: DerReader) => T, limits: DerLimits = {}): T {
  const outer = DerReader.of(bytes, limits);
  const fields = outer.sequence();
  outer.finish();
  const value = read(fields);
  fields.finish();
  return value;
}
