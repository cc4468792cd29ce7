import { parse, type ValueNode } from '@humanwhocodes/momoa';
import { excerpt } from './excerpt.ts';

/** Why a text is not the JSON that is read here. */
export type JsonErrorCode =
  /** Not JSON (RFC 8259): no comments, no trailing commas, no byte order mark, no unpaired surrogates. */
  | 'not-json'
  /** An object names one member twice; `path` says which. RFC 8259, section 4 leaves the meaning open, so it is refused. */
  | 'duplicate-member'
  /** Deeper nesting than `limit`. */
  | 'depth-exceeded'
  /** More characters, or more members and elements, than `limit`. */
  | 'input-too-large';

export interface JsonErrorFacts {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly path?: string;
  readonly limit?: number;
  /** What is wrong there, with `not-json`. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** Text that is not JSON, or that two readers could read differently. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly code: JsonErrorCode;
  readonly line: number;
  readonly column: number;
  readonly path: string | undefined;
  readonly limit: number | undefined;

  constructor(code: JsonErrorCode, facts: JsonErrorFacts) {
    const member = facts.path === undefined ? '' : ` \`${excerpt(facts.path, 200)}\``;
    const limit = facts.limit === undefined ? '' : `, the limit is ${facts.limit}`;
    const detail = facts.detail === undefined ? '' : `: ${excerpt(facts.detail, 100)}`;
    const name = code === 'not-json' ? 'not JSON' : code.replaceAll('-', ' ');
    super(`${name}${member} at line ${facts.line}, column ${facts.column}${limit}${detail}`, { cause: facts.cause });
    this.code = code;
    this.line = facts.line;
    this.column = facts.column;
    this.path = facts.path;
    this.limit = facts.limit;
  }
}

/** A JSON value. Objects have no prototype, so that a member may have any name. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue };

/** How deep a document may nest. The deepest REST body nests 12 levels. */
export const JSON_MAX_DEPTH = 64;
/** How many characters a document may have: 16 Mi. A request to the HSM holds at most 64 KB (SKA.md 2.1). */
export const JSON_MAX_CHARACTERS: number = 16 * 1024 * 1024;

/** How many members and elements a document may have, all levels together. */
export const JSON_MAX_VALUES = 500_000;

/**
 * The value of a JSON text. Strict, bounded in size and depth, and the same for every reader: duplicate members are an
 * error.
 *
 * @throws JsonError
 */
export function parseJson(text: string): JsonValue {
  if (text.length > JSON_MAX_CHARACTERS) {
    throw new JsonError('input-too-large', { line: 1, column: 1, limit: JSON_MAX_CHARACTERS });
  }
  checkBounds(text);
  let body: ValueNode;
  try {
    body = parse(text, { mode: 'json' }).body;
  } catch (cause) {
    throw notJson(text, cause);
  }
  return nodeValue(body, '');
}

/**
 * Bounds the work before it begins: Momoa parses by recursion and makes an object of every token. Also what Momoa lets
 * through: control characters in strings must be escaped (RFC 8259, section 7).
 */
function checkBounds(text: string): void {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code < 0x20)
        throw new JsonError('not-json', { ...placeOf(text, i), detail: 'a control character in a string' });
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) depth++;
    else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth--;
    else if (code === COMMA) values++;
    if (depth > JSON_MAX_DEPTH) throw new JsonError('depth-exceeded', { ...placeOf(text, i), limit: JSON_MAX_DEPTH });
    if (values > JSON_MAX_VALUES) {
      throw new JsonError('input-too-large', { ...placeOf(text, i), limit: JSON_MAX_VALUES });
    }
  }
}

const [QUOTE, COMMA, OPEN_BRACKET, BACKSLASH, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function notJson(text: string, cause: unknown): JsonError {
  const place = cause as { line?: unknown; column?: unknown; message?: string };
  const detail = (place.message ?? '')
    .replace(/ ?\(\d+:\d+\)$/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (typeof place.line === 'number' && typeof place.column === 'number') {
    return new JsonError('not-json', { line: place.line, column: place.column, detail, cause });
  }
  const lines = text.split('\n');
  return new JsonError('not-json', { line: lines.length, column: (lines.at(-1) ?? '').length + 1, detail, cause });
}

function nodeValue(node: ValueNode, path: string): JsonValue {
  switch (node.type) {
    case 'Object':
      return objectOf(node, path);
    case 'Array':
      return node.elements.map((element, i) => nodeValue(element.value, `${path}[${i}]`));
    case 'Null':
      return null;
    case 'String':
      return wellFormed(node.value, node.loc.start);
    case 'Boolean':
      return node.value;
    case 'Number':
      if (Number.isFinite(node.value)) return node.value;
      throw new JsonError('not-json', { ...node.loc.start, detail: 'a number beyond what a double holds' });
    default:
      throw new JsonError('not-json', { ...node.loc.start });
  }
}

function objectOf(node: Extract<ValueNode, { type: 'Object' }>, path: string): JsonValue {
  const members: Record<string, JsonValue> = Object.create(null);
  for (const member of node.members) {
    const name = wellFormed(
      member.name.type === 'String' ? member.name.value : member.name.name,
      member.name.loc.start,
    );
    const memberPath = path === '' ? name : `${path}.${name}`;
    if (name in members) {
      throw new JsonError('duplicate-member', { ...member.loc.start, path: memberPath });
    }
    members[name] = nodeValue(member.value, memberPath);
  }
  return members;
}

function wellFormed(text: string, place: { line: number; column: number }): string {
  if (/\p{Surrogate}/u.test(text)) throw new JsonError('not-json', { ...place, detail: 'an unpaired surrogate' });
  return text;
}
