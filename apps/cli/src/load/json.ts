import { decodeUtf8, type JsonValue, parseJson } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { documentInWords } from './document.ts';
import { kindInWords, kindOf } from './kind.ts';

/** A JSON object from a file. */
export type JsonObject = { readonly [member: string]: JsonValue };

/**
 * Reads a file that must be a JSON object with a given member.
 *
 * @param member one that only this kind of document has
 * @param expected the document in words
 */
export async function loadDocument(
  context: Context,
  file: string,
  member: string,
  expected: string,
): Promise<JsonObject> {
  const value = parseJsonFile(file, await context.read(file), expected);
  if (isObject(value) && member in value) return value;
  const found = documentInWords(value) ?? 'JSON of another shape';
  throw new Unusable(`${file}: this is ${found}, expected ${expected}`, {
    next: 'check that the files are not swapped',
  });
}

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
