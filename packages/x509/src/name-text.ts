import { hexOf } from '@quorate/der';
import type { Name, NameAttribute } from './name.ts';

/** The table of RFC 4514, 3, then those of RFC 4519 that certificates carry. All are registered as LDAP descriptors. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.6', 'C'],
  ['2.5.4.9', 'STREET'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['2.5.4.4', 'sn'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.12', 'title'],
  ['2.5.4.13', 'description'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.42', 'givenName'],
  ['2.5.4.43', 'initials'],
  ['2.5.4.44', 'generationQualifier'],
  ['2.5.4.46', 'dnQualifier'],
]);

/**
 * What RFC 4514, 2.4 escapes by a backslash alone, and what it lets be written as octets: control characters, line
 * separators, what is not seen and what turns the direction of the text.
 */
const ESCAPED = /^[ #]| $|["+,;<>\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

const UNSEEN = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A name as text by RFC 4514, 2: last relative name first, `+` between the attributes of one. Attribute types without a
 * registered short name (an e-mail address, an organizationIdentifier) are dotted, and their values, like those that are
 * no text, are `#` and the hexadecimal octets of their encoding. The text has no control characters and no marks of
 * direction, so it is safe to print. It does not tell apart string types: never compare names by it.
 */
export function nameText(name: Name): string {
  return name.rdns
    .map((rdn) => rdn.map(attributeText).join('+'))
    .reverse()
    .join(',');
}

function attributeText({ type, text, value }: NameAttribute): string {
  const short = SHORT_NAMES.get(type);
  if (short === undefined || text === null) return `${short ?? type}=#${hexOf(value)}`;
  return `${short}=${text.replace(ESCAPED, escapeOf)}`;
}

/** Text of which nothing moves the cursor, is unseen or turns its direction. */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, escapeOf);
}

function escapeOf(character: string): string {
  if (/[ "#+,;<>\\]/.test(character)) return `\\${character}`;
  return [...new TextEncoder().encode(character)].map((octet) => `\\${hexOctet(octet)}`).join('');
}

function hexOctet(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}
