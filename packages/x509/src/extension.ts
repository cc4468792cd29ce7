import { type DerReader, Tag } from '@quorate/der';
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

/** Reads the content of Extensions (RFC 5280, 4.1) to its end: at least one, each OID once. */
export function readExtensionList(list: DerReader): Extension[] {
  const extensions: Extension[] = [];
  do {
    const offset = list.offset;
    const extension = readExtension(list);
    if (extensions.some(({ oid }) => oid === extension.oid)) throw new X509Error('extension-repeated', { offset });
    if (extensions.length === MAX_EXTENSIONS) throw new X509Error('limit-exceeded', { offset, limit: MAX_EXTENSIONS });
    extensions.push(extension);
  } while (list.offset < list.end);
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
