import { excerpt, type JsonValue, joinPath } from '@quorate/syntax';
import { canonicalJson } from '../manifest/canonical-json.ts';

/** Where two JSON values differ first, and what stands there in each. */
export interface JsonDifference {
  readonly path: string;
  readonly a: string;
  readonly b: string;
}

/** The first difference of two JSON values, members in the order of their names; `null` when they are equal. */
export function jsonDifference(a: JsonValue, b: JsonValue, path: string): JsonDifference | null {
  if (canonicalJson(a) === canonicalJson(b)) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return { path, a: `${a.length} elements`, b: `${b.length} elements` };
    return first(a.map((item, i) => () => jsonDifference(item, b[i] as JsonValue, joinPath(path, i))));
  }
  if (isObject(a) && isObject(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return first(names.map((name) => () => memberDifference(a, b, name, joinPath(path, name))));
  }
  return { path, a: words(a), b: words(b) };
}

type JsonObject = { readonly [member: string]: JsonValue };

function memberDifference(a: JsonObject, b: JsonObject, name: string, path: string): JsonDifference | null {
  const [inA, inB] = [Object.hasOwn(a, name), Object.hasOwn(b, name)];
  if (inA && inB) return jsonDifference(a[name] as JsonValue, b[name] as JsonValue, path);
  const show = (has: boolean, value: JsonValue | undefined): string => (has ? words(value as JsonValue) : 'nothing');
  return { path, a: show(inA, a[name]), b: show(inB, b[name]) };
}

function first(candidates: readonly (() => JsonDifference | null)[]): JsonDifference | null {
  for (const candidate of candidates) {
    const found = candidate();
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: JsonValue): string {
  return `\`${excerpt(canonicalJson(value), 80)}\``;
}
