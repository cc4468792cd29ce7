import { sameBytes } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { type Name, nameText } from '@quorate/x509';
import type { RequestedName } from './certificate-request.ts';
import { type Check, findingOf, type Remark } from './finding.ts';

const COMMON_NAME = '2.5.4.3';

/**
 * Judges a name against the one asked for. `exact` means byte for byte. `attributes` means these and no others, in any
 * order and of any string type, one in each relative distinguished name, the text exactly the same: the server joins
 * them with commas and without escapes (SKA.md 3.3), and what it made of a comma shows here.
 */
export function checkName(check: Check, actual: Name, requested: RequestedName): Finding {
  const compared = { expected: requestedText(requested), actual: displayName(actual) };
  return findingOf(check, nameRemarks(actual, requested), 'the name asked for', compared);
}

function nameRemarks(actual: Name, requested: RequestedName): Remark[] {
  if (requested.type === 'exact') {
    if (sameBytes(actual.bytes, requested.bytes)) return [];
    return [{ outcome: 'fail', message: 'another name than the one asked for, byte for byte' }];
  }
  const left = requested.attributes.map((attribute) => attributeText(attribute.type, attribute.text));
  const unasked: string[] = [];
  for (const { type, text } of actual.rdns.flat()) {
    const shown = attributeText(type, text);
    const at = text === null ? -1 : left.indexOf(shown);
    if (at === -1) unasked.push(shown);
    else left.splice(at, 1);
  }
  const remarks: Remark[] = [];
  if (left.length > 0) remarks.push({ outcome: 'fail', message: `missing: ${left.join(', ')}` });
  if (unasked.length > 0) remarks.push({ outcome: 'fail', message: `not asked for: ${unasked.join(', ')}` });
  if (actual.rdns.some((rdn) => rdn.length > 1)) {
    remarks.push({ outcome: 'fail', message: 'several attributes in one relative distinguished name' });
  }
  return remarks;
}

/** The short names of RFC 4514, section 3, for those that REST bodies have; else the dotted text. */
const SHORT: ReadonlyMap<string, string> = new Map([
  [COMMON_NAME, 'CN'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
]);

function attributeText(type: string, text: string | null): string {
  return `${SHORT.get(type) ?? type}=${text === null ? '(not text)' : quoted(text)}`;
}

/** What moves the cursor, is not seen, or turns the direction of text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

function quoted(text: string): string {
  const shown = text.replace(/["\\]/g, '\\$&').replace(UNSEEN, (character) => {
    return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
  });
  return `"${shown}"`;
}

/** What was asked for, as text: what has one form only is not written as if it had an order. */
function requestedText(requested: RequestedName): string {
  if (requested.type === 'exact') return 'the name given';
  if (requested.attributes.length === 0) return 'an empty name';
  return requested.attributes.map(({ type, text }) => attributeText(type, text)).join(', ');
}

/** A name for a report. */
export function displayName(name: Name): string {
  return name.rdns.length === 0 ? 'an empty name' : nameText(name);
}
