import { encodeElement, sameBytes, Tag } from '@quorate/der';
import { type Name, type NameAttribute, nameKey, sameName } from '@quorate/x509';
import type { RequestedAttribute } from './certificate-request.ts';
import { differs, type Remark } from './finding.ts';
import { attributeText } from './requested-name-text.ts';

/**
 * How a name differs from the exact one asked for, byte for byte; none for the same bytes. Names that are equal by
 * RFC 5280, 7.1 differ in their encoding, those that have the same relative names in their order; of all others it is
 * said which relative names are missing and which were added.
 */
export function exactNameRemarks(actual: Name, asked: Name): Remark[] {
  if (sameBytes(actual.bytes, asked.bytes)) return [];
  if (sameName(actual, asked)) {
    const items = otherBytes(actual, asked).map(textOf);
    const why = 'string types, upper and lower case, spaces';
    const message = `equal by RFC 5280 7.1 and in another encoding (${why}): ${items.join(', ')}`;
    return [differs('encoding', items, message)];
  }
  const keys = new Map<string, number>();
  for (const rdn of asked.rdns) keys.set(rdnKey(rdn), (keys.get(rdnKey(rdn)) ?? 0) + 1);
  const extra: (readonly NameAttribute[])[] = [];
  for (const rdn of actual.rdns) {
    const key = rdnKey(rdn);
    const left = keys.get(key) ?? 0;
    if (left === 0) extra.push(rdn);
    else keys.set(key, left - 1);
  }
  const missing: (readonly NameAttribute[])[] = [];
  for (const rdn of asked.rdns) {
    const key = rdnKey(rdn);
    const left = keys.get(key) ?? 0;
    if (left === 0) continue;
    keys.set(key, left - 1);
    missing.push(rdn);
  }
  if (missing.length === 0 && extra.length === 0) {
    return [differs('order', 'RDNSequence', 'the relative names asked for, in another order')];
  }
  return lostAndAdded(missing.map(rdnText), extra.map(rdnText));
}

/**
 * How a name differs from the attributes asked for. Their order is left open and so are string types, as long as RFC 5280
 * has them for new names. The texts must be the same: one that is only equal by RFC 5280, 7.1 differs in its encoding.
 */
export function attributeRemarks(actual: Name, asked: readonly RequestedAttribute[]): Remark[] {
  const attributes = actual.rdns.flat();
  const byText = pairOff(asked, attributes, ({ type, text }) => (text === null ? null : `${type} ${text}`));
  const byKey = pairOff(byText.missing, byText.extra, attributeKey);
  const remarks: Remark[] = byKey.pairs.map(([wanted, found]) => {
    const item = attributeText(found.type, found.text);
    const spelling = `${item}, asked for ${attributeText(wanted.type, wanted.text)}`;
    const message = `equal by RFC 5280 7.1 and in another encoding: ${spelling}`;
    return differs('encoding', item, message);
  });
  remarks.push(
    ...lostAndAdded(
      byKey.missing.map(({ type, text }) => attributeText(type, text)),
      byKey.extra.map(({ type, text }) => attributeText(type, text)),
    ),
  );
  const several = actual.rdns.find((rdn) => rdn.length > 1);
  if (several !== undefined) {
    const message = `several attributes in one relative distinguished name: ${rdnText(several)}`;
    remarks.push(differs('other', rdnText(several), message));
  }
  const old = attributes.filter(({ value }) => OLD_STRINGS.has(value[0] as number)).map(textOf);
  if (old.length > 0) {
    const message = `a string type that RFC 5280 4.1.2.4 keeps for old names: ${old.join(', ')}`;
    remarks.push(differs('encoding', old, message, 'warn'));
  }
  return remarks;
}

/** TeletexString, UniversalString, BMPString: not for subjects that get a name now (RFC 5280, 4.1.2.4). */
const OLD_STRINGS: ReadonlySet<number> = new Set<number>([Tag.TELETEX_STRING, Tag.UNIVERSAL_STRING, Tag.BMP_STRING]);

function lostAndAdded(missing: readonly string[], extra: readonly string[]): Remark[] {
  const remarks: Remark[] = [];
  if (missing.length > 0) remarks.push(differs('missing', missing, `missing: ${missing.join(', ')}`));
  if (extra.length > 0) remarks.push(differs('extra', extra, `extra, not asked for: ${extra.join(', ')}`));
  return remarks;
}

/** Pairs what was asked for with what is there, each once, by a key; `null` is no key. */
function pairOff<A extends RequestedAttribute, B extends NameAttribute>(
  asked: readonly A[],
  actual: readonly B[],
  keyOf: (attribute: A | B) => string | null,
): { pairs: [A, B][]; missing: A[]; extra: B[] } {
  const waiting = new Map<string, A[]>();
  const missing = new Set(asked);
  for (const each of asked) {
    const key = keyOf(each);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), each]);
  }
  const pairs: [A, B][] = [];
  const extra: B[] = [];
  for (const each of actual) {
    const key = keyOf(each);
    const found = key === null ? undefined : waiting.get(key)?.shift();
    if (found === undefined) extra.push(each);
    else {
      missing.delete(found);
      pairs.push([found, each]);
    }
  }
  return { pairs, missing: [...missing], extra };
}

/** The same for texts that are equal by RFC 5280, 7.1. */
function attributeKey(attribute: RequestedAttribute | NameAttribute): string | null {
  const { type, text } = attribute;
  if (text === null) return null;
  const value = 'value' in attribute ? attribute.value : encodeAsked(type, text);
  return rdnKey([{ type, text, value }]);
}

/** emailAddress and domainComponent are IA5String (RFC 5280, appendix A.1), all others here DirectoryString. */
const IA5_TYPES: ReadonlySet<string> = new Set(['1.2.840.113549.1.9.1', '0.9.2342.19200300.100.1.25']);

function encodeAsked(type: string, text: string): Uint8Array {
  return encodeElement(IA5_TYPES.has(type) ? Tag.IA5_STRING : Tag.UTF8_STRING, new TextEncoder().encode(text));
}

function rdnKey(rdn: readonly NameAttribute[]): string {
  return nameKey({ bytes: new Uint8Array(), rdns: [rdn] });
}

/** The relative names of the first that the second writes in other bytes; both are equal. */
function otherBytes(actual: Name, asked: Name): NameAttribute[] {
  return actual.rdns.flatMap((rdn, i) => {
    const other = asked.rdns[i] ?? [];
    return rdn.filter(({ value }) => !other.some((each) => sameBytes(each.value, value)));
  });
}

function textOf({ type, text }: NameAttribute): string {
  return attributeText(type, text);
}

function rdnText(rdn: readonly NameAttribute[]): string {
  return rdn.map(textOf).join('+');
}
