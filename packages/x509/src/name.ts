import { bytesOf, type DerElement, DerReader, isStringTag, stringValue, Tag } from '@quorate/der';
import { reading, X509Error } from './error.ts';
import { checkDer } from './value.ts';

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
/** As much as a certificate may have. */
const MAX_NAME_BYTES: number = 1024 * 1024;
const COMMON_NAME = '2.5.4.3';

/** Reads the next element, a Name (RFC 5280, 4.1.2.4). */
export function readName(reader: DerReader): Name {
  const element = reader.element(Tag.SEQUENCE);
  const sequence = reader.inside(element);
  const rdns: NameAttribute[][] = [];
  let count = 0;
  while (sequence.offset < sequence.end) {
    const rdn = readRdn(sequence);
    count += rdn.length;
    if (count > MAX_ATTRIBUTES) {
      throw new X509Error('limit-exceeded', { offset: element.start, limit: MAX_ATTRIBUTES });
    }
    rdns.push(rdn);
  }
  return { bytes: bytesOf(element), rdns };
}

/**
 * Reads one Name that is the whole input, strict DER.
 *
 * @throws X509Error
 */
export function parseName(der: Uint8Array): Name {
  return reading('name', null, () => {
    const reader = DerReader.of(der, { maxBytes: MAX_NAME_BYTES });
    const name = readName(reader);
    reader.finish();
    return name;
  });
}

/** Reads the next element, a RelativeDistinguishedName, under the tag given. */
export function readRdn(reader: DerReader, tag: number = Tag.SET): NameAttribute[] {
  const start = reader.offset;
  const inside = reader.sequence(tag);
  const only = inside.offset < inside.end ? inside.element() : null;
  if (only !== null && inside.offset === inside.end) return [readAttribute(reader, only)];
  reader.offset = start;
  const set = reader.setOf(tag);
  if (set.length === 0) throw new X509Error('malformed', { offset: reader.offset });
  return set.map((member) => readAttribute(reader, member));
}

function readAttribute(reader: DerReader, element: DerElement): NameAttribute {
  const fields = reader.inside(element);
  if (element.tag !== Tag.SEQUENCE) throw new X509Error('malformed', { offset: element.start });
  const type = fields.oid();
  const value = fields.element();
  fields.finish();
  if (isStringTag(value.tag)) return { type, text: stringValue(value), value: bytesOf(value) };
  checkDer(value);
  return { type, text: null, value: bytesOf(value) };
}

/** The text of the last commonName in a name, or `null` when it has none. */
export function commonNameOf(name: Name): string | null {
  const all = name.rdns.flat().filter((attribute) => attribute.type === COMMON_NAME);
  return all.at(-1)?.text ?? null;
}
