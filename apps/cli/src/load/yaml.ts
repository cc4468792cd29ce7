import type { JsonValue } from '@quorate/syntax';
import { isAlias, isMap, isScalar, isSeq, Lexer, type Node, parseDocument } from 'yaml';
import { Unusable } from '../unusable.ts';

/** Written by people: what is longer is no such document. In it nothing takes longer than a second. */
const MAX_CHARACTERS = 131_072;
const MAX_DEPTH = 32;
/** A block lies deeper than the one around it by a column at least. */
const MAX_INDENT = 128;

/**
 * Reads a document that people write in YAML (1.2, core schema) into the values of JSON. Whatever could mean something
 * else than what the eye sees is refused: names twice in one object, anchors and aliases, tags, several documents, names
 * that are no text, numbers that are not exact.
 */
export function parseYaml(file: string, text: string): JsonValue {
  if (text.length > MAX_CHARACTERS) {
    throw new Unusable(`${file}: ${text.length} characters of YAML, at most ${MAX_CHARACTERS}`, { next: 'use JSON' });
  }
  demandShallow(file, text);
  // Uniqueness is checked below: there it costs the same for each name, however many there are.
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw at(file, text, fault.pos[0], fault.message.split('\n')[0] ?? fault.code);
  if (document.contents === null) throw new Unusable(`${file}: there is nothing in it but comments`);
  return jsonOf(document.contents, { file, text, depth: 0 });
}

/** Before a scalar the lexer gives this mark. */
const SCALAR = '\u001f';

/** Bounds the depth before anything that calls itself reads the text: such a reader can end the whole process. */
function demandShallow(file: string, text: string): void {
  let [flow, blocks, scalar] = [0, 0, false];
  for (const token of new Lexer().lex(text)) {
    if (scalar || /^\r?\n$/.test(token)) {
      if (token.endsWith('\n')) blocks = 0;
      scalar = false;
    } else if (token === SCALAR) scalar = true;
    else if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow -= 1;
    else if (token === '-' || token === '?') blocks += 1;
    const indent = /^ +$/.test(token) ? token.length : 0;
    if (flow > MAX_DEPTH || blocks > MAX_DEPTH || indent > MAX_INDENT) {
      throw new Unusable(`${file}: more than ${MAX_DEPTH} levels`);
    }
  }
}

interface Place {
  readonly file: string;
  readonly text: string;
  readonly depth: number;
}

function jsonOf(node: unknown, { file, text, depth }: Place): JsonValue {
  if (node === null) return null;
  const start = (node as Node).range?.[0] ?? 0;
  const refuse = (words: string): Unusable => at(file, text, start, words);
  if (isAlias(node)) throw refuse('an alias, which is not taken here; write the value again');
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) throw refuse('something that JSON does not have');
  if (node.anchor !== undefined) throw refuse('an anchor, which is not taken here');
  if (node.tag !== undefined) throw refuse(`a tag, \`${node.tag}\`, which is not taken here`);
  if (depth > MAX_DEPTH) throw refuse(`more than ${MAX_DEPTH} levels`);
  const below = { file, text, depth: depth + 1 };
  if (isScalar(node)) return scalarOf(node.value, refuse);
  if (isSeq(node)) return node.items.map((item) => jsonOf(item, below));
  const members = new Map<string, JsonValue>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) && key.anchor === undefined && key.tag === undefined ? key.value : undefined;
    const place = ((key as Node | null)?.range ?? node.range)?.[0] ?? start;
    if (typeof name !== 'string') throw at(file, text, place, 'a name that is no text; put it in quotes');
    if (members.has(name)) throw at(file, text, place, `\`${name}\` a second time`);
    members.set(name, jsonOf(value, below));
  }
  return Object.fromEntries(members);
}

function scalarOf(value: unknown, refuse: (words: string) => Unusable): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value) && (Number.isSafeInteger(value) || value % 1 !== 0)) {
    return value;
  }
  throw refuse('a number that is not exact here; put it in quotes');
}

function at(file: string, text: string, offset: number, words: string): Unusable {
  const before = text.slice(0, offset).split('\n');
  return new Unusable(`${file}, line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${words}`, {
    next: 'see --help; `quorate issue init` prints a document to start from',
  });
}
