import { decodeUtf8, type JsonValue, parseJson } from '@quorate/syntax';
import { reading, Unusable } from '../unusable.ts';
import { kindInWords, kindOf } from './kind.ts';

/** A JSON object from a file. */
export type JsonObject = { readonly [member: string]: JsonValue };

/** Reads bytes that must be JSON. */
export function parseJsonFile(file: string, bytes: Uint8Array, expected: string): JsonValue {
  const kind = kindOf(bytes);
  if (kind === 'empty' || kind === 'xml' || kind === 'pem') {
    throw new Unusable(`${file}: this is ${kindInWords(kind)}, expected ${expected}`);
  }
  return reading(file, () => parseJson(decodeUtf8(bytes)), `${file} should be ${expected}, as JSON`);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
