import { DerError, walkDer } from '@quorate/der';
import { IssueError } from '../error.ts';
import { deceptiveCharacter, isOid, quoted } from '../text.ts';

/** Items of any list in an extension, but for names: more than any certificate needs. */
const MAX_ITEMS = 256;

/** @throws IssueError `extension-invalid` for a list without items, or with more than 256 */
export function demandItems(list: readonly unknown[], path: string): void {
  if (list.length > 0 && list.length <= MAX_ITEMS) return;
  refuse(path, `1 to ${MAX_ITEMS} items, or no such extension`, `${list.length}`);
}

/** @throws IssueError `extension-invalid` for something twice */
export function demandOnce(values: readonly (string | number)[], path: string): void {
  const seen = new Set<string | number>();
  values.forEach((value, i) => {
    if (seen.has(value)) refuse(`${path}[${i}]`, 'each once', quoted(String(value)));
    seen.add(value);
  });
}

/** @throws IssueError `extension-invalid` for text that is no object identifier */
export function demandOid(oid: string, path: string, expected = 'an object identifier'): void {
  if (typeof oid !== 'string' || !isOid(oid)) refuse(path, expected, quoted(String(oid)));
}

/** @throws IssueError `extension-invalid` for what is no whole number in these bounds */
export function demandCount(value: number, least: number, most: number, path: string): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  refuse(path, `a whole number from ${least} to ${most}`, String(value));
}

/** @throws IssueError `extension-invalid` for bytes that are not one element of strict DER */
export function demandDer(der: Uint8Array, path: string): void {
  try {
    walkDer(der);
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new IssueError('extension-invalid', { path, expected: 'one element of strict DER', cause });
  }
}

/** @throws IssueError `extension-invalid` for text for people that is empty, too long, or has characters nobody sees */
export function demandWords(text: string, most: number, path: string): void {
  const length = typeof text !== 'string' ? 0 : text.length > 2 * most ? text.length : [...text].length;
  if (length < 1 || length > most) refuse(path, `text of 1 to ${most} characters`, `${length}`);
  const deceptive = deceptiveCharacter(text);
  if (deceptive !== null) refuse(path, 'characters that can be seen', deceptive);
}

/** Refuses what stands in an extension. */
export function refuse(path: string, expected: string, actual?: string): never {
  throw new IssueError('extension-invalid', { path, expected, ...(actual === undefined ? {} : { actual }) });
}
