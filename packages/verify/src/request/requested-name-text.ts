import type { Name } from '@quorate/x509';
import { displayName } from '../display-name.ts';
import type { RequestedName } from './certificate-request.ts';

/** The short names of RFC 4514, section 3, for those that REST bodies have; else the dotted text. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
]);

/** An attribute for a report: `CN="leaf.example"`. */
export function attributeText(type: string, text: string | null): string {
  return `${SHORT.get(type) ?? type}=${text === null ? '(not text)' : quoted(text)}`;
}

/** What moves the cursor, is not seen, or turns the direction of text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

/** Text from a certificate in quotation marks, with what is not seen escaped. */
export function quoted(text: string): string {
  const shown = text.replace(/["\\]/g, '\\$&').replace(UNSEEN, (character) => {
    return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
  });
  return `"${shown}"`;
}

/** What was asked for, as text: what has no order is not written as if it had one. */
export function requestedNameText(requested: RequestedName, exact: Name | null): string {
  if (requested.type === 'exact') return exact === null ? 'bytes that are no name' : displayName(exact);
  if (requested.attributes.length === 0) return 'an empty name';
  return requested.attributes.map(({ type, text }) => attributeText(type, text)).join(', ');
}
