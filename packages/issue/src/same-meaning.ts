import { sameBytes } from '@quorate/der';

/**
 * Whether what was read says what was meant: every member of `meant` is there and the same, bytes octet by octet, lists in
 * their order and length. What was read may have more members: a name is meant by its bytes alone.
 *
 * @param meant plain data of a few levels, from this package
 */
export function sameMeaning(read: unknown, meant: unknown): boolean {
  if (meant instanceof Uint8Array) return read instanceof Uint8Array && sameBytes(read, meant);
  if (typeof meant !== 'object' || meant === null) return read === meant;
  if (typeof read !== 'object' || read === null) return false;
  if (Array.isArray(meant)) {
    return Array.isArray(read) && read.length === meant.length && meant.every((item, i) => sameMeaning(read[i], item));
  }
  const members = read as Readonly<Record<string, unknown>>;
  return Object.entries(meant).every(
    ([name, value]) => Object.hasOwn(members, name) && sameMeaning(members[name], value),
  );
}
