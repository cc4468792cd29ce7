import { sameBytes, Tag } from '@quorate/der';
import type { Name, NameAttribute } from '../name.ts';
import { prepareText } from './prepare-text.ts';

const DOMAIN_COMPONENT = '0.9.2342.19200300.100.1.25';

/**
 * Whether two distinguished names are the same by RFC 5280, 7.1: as many relative names, in the same order, of the same
 * attributes in whatever order. Text of the types UTF8String, PrintableString, BMPString, UniversalString and IA5String
 * is compared prepared by RFC 4518, so letter case, runs of white space and the string type do not matter; an
 * emailAddress is text like any other (4.1.2.6). A domainComponent is compared without regard to ASCII case alone (7.3).
 * Every other value is compared with its tag, byte for byte; so is a TeletexString, whose characters RFC 4518, 2.1 leaves
 * to each reader, and text that the preparation leaves undefined.
 */
export function sameName(a: Name, b: Name): boolean {
  if (sameBytes(a.bytes, b.bytes)) return true;
  return a.rdns.length === b.rdns.length && nameKey(a) === nameKey(b);
}

/**
 * A text that two names share if and only if `sameName` holds of them: a key for maps. It grows with the name and is not
 * made to be read. The key of a name starts with the key of another exactly when the name is within the other's subtree.
 */
export function nameKey(name: Name): string {
  let whole = '';
  for (const rdn of name.rdns) whole += rdnKey(rdn, isComparedAsText);
  return whole;
}

/**
 * Whether a name is in the subtree of a base (RFC 5280, 7.1): it starts with the base's relative distinguished names, or
 * is the base. Everything is within the empty name.
 */
export function isNameWithin(name: Name, base: Name): boolean {
  if (name.rdns.length < base.rdns.length) return false;
  return sameBytes(name.bytes, base.bytes) || nameKey(name).startsWith(nameKey(base));
}

/** The key of a name, and where each of its relative names ends in it. */
export interface NameKeys {
  readonly whole: string;
  readonly ends: readonly number[];
}

/**
 * Of names that are compared with constraints, kept beside the names, which do not change: a search compares the same ones
 * in path after path.
 */
const KEYS = new WeakMap<Name, NameKeys>();
const BROAD_KEYS = new WeakMap<Name, NameKeys>();

/** What `nameKey` gives, with the places where a shorter name's key would end. */
export function nameKeys(name: Name): NameKeys {
  return kept(KEYS, name, isComparedAsText);
}

/**
 * The same with text of every string type prepared, TeletexString read as ISO 8859-1. For excluded subtrees: the choice
 * of a string type does not lead out of one.
 */
export function broadNameKeys(name: Name): NameKeys {
  if (name.rdns.every((rdn) => rdn.every(({ text, value }) => text === null || isComparedAsText(value[0])))) {
    return nameKeys(name);
  }
  return kept(BROAD_KEYS, name, () => true);
}

type AsText = (tag: number | undefined) => boolean;

function kept(known: WeakMap<Name, NameKeys>, name: Name, asText: AsText): NameKeys {
  let keys = known.get(name);
  if (keys === undefined) {
    keys = keysOf(name, asText);
    known.set(name, keys);
  }
  return keys;
}

function keysOf(name: Name, asText: AsText): NameKeys {
  let whole = '';
  const ends: number[] = [];
  for (const rdn of name.rdns) {
    whole += rdnKey(rdn, asText);
    ends.push(whole.length);
  }
  return { whole, ends };
}

/** The number of attributes, then each with its lengths, sorted: no such text is the beginning of another. */
function rdnKey(rdn: readonly NameAttribute[], asText: AsText): string {
  const [only] = rdn;
  if (only !== undefined && rdn.length === 1) return `1;${attributeKey(only, asText)}`;
  const keys = rdn.map((attribute) => attributeKey(attribute, asText));
  return `${keys.length};${keys.sort().join('')}`;
}

function attributeKey(attribute: NameAttribute, asText: AsText): string {
  const { type, text, value } = attribute;
  const prepared = text === null || !asText(value[0]) ? null : preparedValue(type, text);
  if (prepared !== null) return `${type}=t${prepared.length}:${prepared}`;
  let octets = '';
  for (const octet of value) octets += String.fromCharCode(octet);
  return `${type}=b${octets.length}:${octets}`;
}

function preparedValue(type: string, text: string): string | null {
  if (type === DOMAIN_COMPONENT) return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return prepareText(text);
}

function isComparedAsText(tag: number | undefined): boolean {
  switch (tag) {
    case Tag.UTF8_STRING:
    case Tag.PRINTABLE_STRING:
    case Tag.IA5_STRING:
    case Tag.BMP_STRING:
    case Tag.UNIVERSAL_STRING:
      return true;
    default:
      return false;
  }
}
