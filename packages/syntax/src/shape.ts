import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import type { JsonValue } from './json.ts';

/** JSON of another shape than the one expected. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  readonly code = 'shape-invalid';
  /** The place of the first fault, for instance `ruleUse.tokens[0].timelock`; empty for the whole. */
  readonly path: string;
  /** What should stand there, in words. */
  readonly expected: string;
  /** What stands there, shortened. */
  readonly actual: string;

  constructor(path: string, expected: string, actual: string) {
    super(`\`${path === '' ? '(the whole)' : path}\`: expected ${expected}, found ${actual}`);
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }
}

/**
 * The value, if it has the shape of a valibot schema. Of several faults the first is reported.
 *
 * @param path where the value stands in its document, as a prefix to the paths of faults; default the whole
 * @throws ShapeError
 */
export function readShape<const S extends GenericSchema>(schema: S, value: unknown, path = ''): InferOutput<S> {
  const result = safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = (issue.path ?? []).reduce((text, item) => joinPath(text, item.key), path);
  throw new ShapeError(place, wording(issue.expected, issue.message, issue.kind), shorten(issue.received, issue.input));
}

/** `path` with one more member or index. */
export function joinPath(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

function wording(expected: string | null, message: string, kind: string): string {
  if (expected === 'never') return 'no such member';
  return kind === 'validation' || expected === null ? message : expected.replaceAll('"', '`').replaceAll(' | ', ' or ');
}

function shorten(received: string, input: unknown): string {
  if (received === 'undefined') return 'nothing';
  if (typeof input === 'object' && input !== null) return Array.isArray(input) ? 'an array' : 'an object';
  const text = JSON.stringify(input as JsonValue) ?? received;
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return typeof input === 'string'
    ? `\`${shown.slice(1, text.length > 60 ? undefined : -1)}\` (a string)`
    : `\`${shown}\``;
}
