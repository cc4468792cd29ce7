import { excerpt, joinPath } from '@quorate/syntax';
import { IssueError } from '../error.ts';
import { nearest } from '../nearest.ts';

/**
 * Refuses members that an object cannot have, with the nearest name that it can, and a list in its place. What is neither is
 * left to its reader.
 *
 * @throws IssueError with this code
 */
export function demandKnownMembers(
  value: unknown,
  known: readonly string[],
  path: string,
  code: 'manifest-malformed' | 'pending-malformed',
): void {
  demandNoList(value, path, code);
  if (typeof value !== 'object' || value === null) return;
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  const expected = meant === null ? 'no such member' : `no such member; \`${meant}\`?`;
  throw new IssueError(code, { path: joinPath(path, excerpt(unknown, 60)), expected });
}

/**
 * Refuses a list where an object should be: to a shape without required members they are the same.
 *
 * @throws IssueError with this code
 */
export function demandNoList(value: unknown, path: string, code: 'manifest-malformed' | 'pending-malformed'): void {
  if (Array.isArray(value)) throw new IssueError(code, { path, expected: 'an object', actual: 'an array' });
}
