import { bytesOf, type DerElement, type DerReader, isStringTag, stringValue, Tag } from '@quorate/der';
import { X509Error } from './error.ts';

/** One attribute of a distinguished name (RFC 5280, 4.1.2.4). */
export interface NameAttribute {
  /** Attribute type as dotted text. */
  readonly type: string;
  /** The value's text, or `null` when it is not of a string type. */
  readonly text: string | null;
  /** The value as it stands, with tag and length. */
  readonly value: Uint8Array;
}

/** A distinguished name: what it says, and the bytes that say it. */
export interface Name {
  readonly bytes: Uint8Array;
  /** Relative distinguished names in the order of the encoding. */
  readonly rdns: readonly (readonly NameAttribute[])[];
}

const MAX_ATTRIBUTES = 256;
const COMMON_NAME = '2.5.4.3';

/** Reads the next element, a Name (RFC 5280, 4.1.2.4). */
export function readName(reader: DerReader): Name {
  const element = reader.element(Tag.SEQUENCE);
  const sequence = reader.inside(element);
  const rdns: NameAttribute[][] = [];
  let count = 0;
  while (sequence.peek() !== null) {
    const set = sequence.setOf();
    count += set.length;
    if (count > MAX_ATTRIBUTES) {
      throw new X509Error('limit-exceeded', { offset: element.start, limit: MAX_ATTRIBUTES });
    }
    if (set.length === 0) throw new X509Error('malformed', { offset: sequence.offset });
    rdns.push(set.map((member) => readAttribute(sequence, member)));
  }
  return { bytes: bytesOf(element), rdns };
}

function readAttribute(reader: DerReader, element: DerElement): NameAttribute {
  const fields = reader.inside(element);
  if (element.tag !== Tag.SEQUENCE) throw new X509Error('malformed', { offset: element.start });
  const type = fields.oid();
  const value = fields.element();
  fields.finish();
  return { type, text: isStringTag(value.tag) ? stringValue(value) : null, value: bytesOf(value) };
}

/** The text of the last commonName in a name, or `null` when it has none. */
export function commonNameOf(name: Name): string | null {
  const all = name.rdns.flat().filter((attribute) => attribute.type === COMMON_NAME);
  return all.at(-1)?.text ?? null;
}
