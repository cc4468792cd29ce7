import { type DerElement, DerError, DerReader } from '@quorate/der';
import { LintError } from '../error.ts';

/** As the strict readers take: 1 MiB for certificates and requests, 16 MiB for lists. */
export const MAX_BYTES: { readonly certificate: number; readonly crl: number } = {
  certificate: 1024 * 1024,
  crl: 16 * 1024 * 1024,
};

/** Items in one list: names, extensions, attributes. */
export const MAX_ITEMS = 10_000;

/**
 * The elements of one level by their headers alone, up to the first that is broken: what stands before a fault can still
 * be read. Not checked: the content of any.
 */
export class Fields {
  readonly elements: readonly DerElement[];
  readonly #name: string;
  readonly #fault: DerError | null;

  constructor(reader: DerReader, name: string, limit: number = MAX_ITEMS) {
    const elements: DerElement[] = [];
    let fault: DerError | null = null;
    while (fault === null && reader.offset < reader.end) {
      if (elements.length === limit) throw new LintError('limit-exceeded', { field: name, limit });
      try {
        elements.push(reader.element());
      } catch (cause) {
        if (!(cause instanceof DerError)) throw cause;
        fault = cause;
      }
    }
    this.elements = elements;
    this.#name = name;
    this.#fault = fault;
  }

  /** The element at this place, or `null` when the level ends, whole, before it. */
  optional(index: number): DerElement | null {
    const element = this.elements[index];
    if (element === undefined && this.#fault !== null) {
      throw new LintError('unreadable', { field: this.#name, cause: this.#fault });
    }
    return element ?? null;
  }

  /** The element at this place, with this tag if one is given. */
  at(index: number, field: string, tag?: number): DerElement {
    const element = this.optional(index);
    if (element === null) throw new LintError('missing', { field });
    if (tag !== undefined && element.tag !== tag) {
      const cause = new DerError('unexpected-tag', { offset: element.start, expected: tag, actual: element.tag });
      throw new LintError('unreadable', { field, cause });
    }
    return element;
  }

  /** All elements; throws when one of them is broken. */
  all(): readonly DerElement[] {
    this.optional(this.elements.length);
    return this.elements;
  }
}

/** A reader over bytes of an object, or of something in it, that stays within the bounds of the object. */
export function readerOf(bytes: Uint8Array): DerReader {
  return DerReader.of(bytes, { maxBytes: MAX_BYTES.crl });
}

/** The fields inside an element, whatever its tag. */
export function inside(element: DerElement, field: string, limit?: number): Fields {
  const reader = readerOf(element.source.subarray(0, element.end));
  reader.offset = element.content;
  return new Fields(reader, field, limit);
}
