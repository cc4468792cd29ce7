import { bodyWords, type RequestBody, readRequestFile } from '@quorate/tsb';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { parseJsonFile } from './json.ts';

/** Reads a REST request that must be one of some kinds. */
export async function loadRequest<T extends RequestBody['type']>(
  context: Context,
  file: string,
  types: readonly T[],
): Promise<Extract<RequestBody, { type: T }>> {
  const expected = types.map((type) => `\`${type}\``).join(', ');
  const value = parseJsonFile(file, await context.read(file), `a request: ${expected}`);
  const body = reading(file, () => readRequestFile(value), `expected a request: ${expected}`);
  if (types.some((type) => type === body.type)) return body as Extract<RequestBody, { type: T }>;
  throw new Unusable(`${file}: this is ${bodyWords(body.type)}, expected ${expected}`);
}
