import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { excerpt } from './excerpt.ts';

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
    super(`\`${path === '' ? '(the whole)' : excerpt(path, 200)}\`: expected ${expected}, found ${actual}`);
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
  const steps = issue.path ?? [];
  const place = steps.reduce((text, item) => joinPath(text, item.key), path);
  // Of a member that should not be there, valibot hands over the name, which is in the path already.
  const input = issue.expected === 'never' ? steps.at(-1)?.value : issue.input;
  throw new ShapeError(place, wording(issue.expected, issue.message, issue.kind), shorten(input));
}

/** `path` with one more member or index. */
export function joinPath(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

/** What valibot calls the types of JSON, in words. */
const TYPES: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'an array',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
};

function wording(expected: string | null, message: string, kind: string): string {
  if (expected === 'never') return 'no such member';
  if (kind === 'validation' || expected === null) return message;
  const text = expected.replaceAll('"', '`').replaceAll(' | ', ' or ');
  return TYPES[text] ?? text.replace(/^\((.*)\)$/, '$1');
}

/** What stands there, whatever it is: values from elsewhere than JSON too. */
function shorten(input: unknown): string {
  switch (typeof input) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return `\`${excerpt(input, 60)}\` (a string)`;
    case 'number':
    case 'boolean':
      return `\`${input}\``;
    case 'object':
      return input === null ? '`null`' : Array.isArray(input) ? 'an array' : 'an object';
    default:
      return `a ${typeof input}`;
  }
}
