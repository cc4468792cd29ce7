import type { JsonValue } from '@quorate/syntax';

/**
 * JSON in one byte form (RFC 8785, for values whose numbers are whole): members sorted by their UTF-16 code units, no
 * white space, no newline at the end, strings escaped no more than they must be. Equal values give equal text, so a
 * document has one SHA-256.
 *
 * @throws TypeError for a number that is not a safe integer, an unpaired surrogate, or what is no JSON
 */
export function canonicalJson(value: JsonValue): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError('canonical JSON has whole numbers alone here');
      return String(value + 0); // -0 is 0
    case 'string':
      return canonicalString(value);
    case 'object':
      if (value === null) return 'null';
      return isList(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
    default:
      throw new TypeError(`canonical JSON has no ${typeof value}`);
  }
}

function canonicalObject(value: { readonly [member: string]: JsonValue }): string {
  const members = Object.keys(value)
    .sort()
    .map((name) => `${canonicalString(name)}:${canonicalJson(value[name] as JsonValue)}`);
  return `{${members.join(',')}}`;
}

/** `JSON.stringify` escapes what RFC 8785, 3.2.2.2 says, and unpaired surrogates, which have no UTF-8. */
function canonicalString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('canonical JSON has no unpaired surrogates');
  return JSON.stringify(text);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
