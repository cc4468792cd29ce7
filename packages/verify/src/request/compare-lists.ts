import { bytesOf, contentOf, DerError, DerReader, hexOf, sameBytes } from '@quorate/der';
import { differs, type Remark } from './finding.ts';
import { quoted } from './requested-name-text.ts';

/** The most members of a list that are named one by one. */
const MAX_NAMED = 10;

/**
 * How the value of an extension differs from the one asked for, byte for byte. Where both are lists, which members are
 * missing and which were added; or that they have one another's members in another order; or, for names in
 * subjectAltName, in other letters (RFC 5280, 7.2: upper and lower case are one in a host name).
 *
 * @param name the extension, for the report
 * @param names whether it is GeneralNames
 */
export function valueRemarks(name: string, names: boolean, actual: Uint8Array, asked: Uint8Array): Remark[] {
  if (sameBytes(actual, asked)) return [];
  const there = membersOf(actual, names);
  const wanted = membersOf(asked, names);
  if (there === null || wanted === null) {
    return [differs('other', name, `${name} says something else than was asked for`)];
  }
  const missing = without(wanted, there);
  const extra = without(there, wanted);
  const remarks: Remark[] = [];
  if (missing.length > 0) remarks.push(listed('missing', name, missing, 'missing'));
  if (extra.length > 0) remarks.push(listed('extra', name, extra, 'extra, not asked for'));
  if (remarks.length > 0) return remarks;
  const moved = there.some(({ key }, i) => key !== wanted[i]?.key);
  if (moved) return [differs('order', name, `${name} has what was asked for in another order`)];
  return [differs('encoding', name, `${name} says what was asked for in another encoding`)];
}

/** One member of a list: what makes it the same as another, and what is shown of it. */
interface Member {
  readonly key: string;
  readonly text: string;
}

/** The members of a SEQUENCE that is the whole value; `null` for anything else. */
function membersOf(value: Uint8Array, names: boolean): Member[] | null {
  try {
    const reader = DerReader.of(value);
    const list = reader.sequence();
    reader.finish();
    const members: Member[] = [];
    while (list.offset < list.end) {
      const element = list.element();
      members.push(names ? nameMember(element.tag, contentOf(element)) : plainMember(bytesOf(element)));
    }
    return members;
  } catch (cause) {
    if (cause instanceof DerError) return null;
    throw cause;
  }
}

function plainMember(bytes: Uint8Array): Member {
  const key = hexOf(bytes);
  return { key, text: key.slice(0, 80) };
}

/** rfc822Name, dNSName and uniformResourceIdentifier, by their tags in GeneralName. */
const TEXTS: ReadonlyMap<number, string> = new Map([
  [0x81, 'rfc822Name'],
  [0x82, 'dNSName'],
  [0x86, 'uniformResourceIdentifier'],
]);
const DNS_NAME = 0x82;

function nameMember(tag: number, content: Uint8Array): Member {
  const type = TEXTS.get(tag);
  const plain = hexOf(content);
  if (type === undefined) return { key: `${tag} ${plain}`, text: `[${tag & 0x1f}] ${plain.slice(0, 80)}` };
  const text = String.fromCharCode(...content.subarray(0, MAX_SHOWN));
  const key = tag === DNS_NAME ? hexOf(content.map(lowerCase)) : plain;
  return { key: `${tag} ${key}`, text: `${type}:${quoted(text)}` };
}

const MAX_SHOWN = 300;

function lowerCase(octet: number): number {
  return octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
}

/** Members of the first list for which the second has none left, each once. */
function without(list: readonly Member[], other: readonly Member[]): Member[] {
  const left = new Map<string, number>();
  for (const { key } of other) left.set(key, (left.get(key) ?? 0) + 1);
  return list.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function listed(kind: 'missing' | 'extra', name: string, members: readonly Member[], word: string): Remark {
  const items = members.slice(0, MAX_NAMED).map(({ text }) => text);
  const rest = members.length > items.length ? ` and ${members.length - items.length} more` : '';
  return differs(kind, items, `${word} in ${name}: ${items.join(', ')}${rest}`);
}
