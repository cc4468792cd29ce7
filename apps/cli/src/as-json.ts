import { encodeBase64 } from '@quorate/syntax';
import { nameText } from '@quorate/x509';

/** A library's value as JSON: bytes as base64, names as text, large numbers as decimal digits, all the way down. */
export function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return asJson(Object.fromEntries(value));
  if ('rdns' in value && 'bytes' in value) return nameText(value as Parameters<typeof nameText>[0]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asJson(member)]));
}
