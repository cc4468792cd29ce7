import { bytesOf, type DerElement, DerError, DerReader, Tag, walkDer } from '@quorate/der';
import { X509Error } from './error.ts';

/**
 * In one list of an extension. Names are compared with constraints pair by pair, and 2^20 comparisons are where OpenSSL
 * and BoringSSL give up; lists beyond some thousands are met in attacks alone.
 */
const MAX_ITEMS = 10_000;

/** Whether the next element starts with this tag, which is one octet; its length is not yet looked at. */
export function isNext(reader: DerReader, tag: number): boolean {
  return reader.offset < reader.end && reader.source[reader.offset] === tag;
}

/** Reads the value of an extension: what `read` takes, and nothing behind it. */
export function readValue<T>(value: Uint8Array, read: (reader: DerReader) => T): T {
  const reader = DerReader.of(value);
  const result = read(reader);
  reader.finish();
  return result;
}

/** Reads the next element, a SEQUENCE SIZE (1..MAX) OF what `item` reads. */
export function readList<T>(reader: DerReader, item: (list: DerReader) => T, tag: number = Tag.SEQUENCE): T[] {
  const list = reader.sequence(tag);
  if (list.offset === list.end) throw new X509Error('empty', { offset: list.offset });
  const items: T[] = [];
  while (list.offset < list.end) {
    if (items.length === MAX_ITEMS) throw new X509Error('limit-exceeded', { offset: list.offset, limit: MAX_ITEMS });
    items.push(item(list));
  }
  return items;
}

/** Checks that an element whose schema is not known here is strict DER all the way down. */
export function checkDer(element: DerElement): void {
  try {
    walkDer(bytesOf(element));
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    const { code, offset, limit } = cause;
    const place = element.start + offset;
    throw new DerError(code, limit === undefined ? { offset: place } : { offset: place, limit });
  }
}

/** Reads the next element as it stands, whatever it is, checked by {@link checkDer}. */
export function readAny(reader: DerReader): Uint8Array {
  const element = reader.element();
  checkDer(element);
  return bytesOf(element);
}
