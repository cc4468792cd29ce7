import { contextConstructed, type DerReader, Tag } from '@quorate/der';
import { X509Error } from './error.ts';
import { isNext } from './value.ts';

/** An extension as it stands; what is in `value` is for its own reader. */
export interface Extension {
  /** extnID as dotted text. */
  readonly oid: string;
  readonly critical: boolean;
  /** The content of extnValue. */
  readonly value: Uint8Array;
}

const MAX_EXTENSIONS = 256;

/**
 * Reads the content of Extensions (RFC 5280, 4.1) to its end: at least one, each OID once.
 *
 * @param limit at most so many; each is compared with all before it
 */
export function readExtensionList(list: DerReader, limit: number = MAX_EXTENSIONS): Extension[] {
  const extensions: Extension[] = [];
  do {
    const offset = list.offset;
    const extension = readExtension(list);
    for (const { oid } of extensions) {
      if (oid === extension.oid) throw new X509Error('extension-repeated', { offset });
    }
    if (extensions.length === limit) throw new X509Error('limit-exceeded', { offset, limit });
    extensions.push(extension);
  } while (list.offset < list.end);
  return extensions;
}

/** Reads the next element if it is `[number]` with EXPLICIT Extensions; none without it. */
export function readExplicitExtensions(reader: DerReader, number: number, limit: number = MAX_EXTENSIONS): Extension[] {
  const explicit = reader.optional(contextConstructed(number));
  if (explicit === null) return [];
  const inside = reader.inside(explicit);
  const extensions = readExtensionList(inside.sequence(), limit);
  inside.finish();
  return extensions;
}

function readExtension(list: DerReader): Extension {
  const fields = list.sequence();
  const oid = fields.oid();
  const offset = fields.offset;
  const critical = isNext(fields, Tag.BOOLEAN) ? fields.boolean() : null;
  if (critical === false) throw new X509Error('malformed', { offset });
  const value = fields.octetString();
  fields.finish();
  return { oid, critical: critical ?? false, value };
}
