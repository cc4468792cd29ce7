import { describeKey, digest, keyWeaknesses, type PublicKey, parsePublicKey } from '@quorate/crypto';
import { readSequence, Tag } from '@quorate/der';
import { IssueError } from './error.ts';

/**
 * A public key that may be certified or may certify: one that can be right and has no weakness.
 *
 * @param spki SubjectPublicKeyInfo
 * @throws IssueError `key-invalid`, `key-weak`
 */
export function demandKey(spki: Uint8Array, path: string): PublicKey {
  let key: PublicKey;
  try {
    key = parsePublicKey(spki);
  } catch (cause) {
    if (cause instanceof TypeError) throw cause;
    throw new IssueError('key-invalid', { path, cause });
  }
  const weakness = keyWeaknesses(key)[0];
  if (weakness !== undefined) {
    const actual = `${describeKey(key)}: ${weakness.replaceAll('-', ' ')}`;
    throw new IssueError('key-weak', { path, expected: 'a key without weaknesses', actual });
  }
  return key;
}

/**
 * The identifier of a key: SHA-1 of the content of its BIT STRING (RFC 5280, 4.2.1.2, method 1). A name, not a
 * protection: nothing rests on collisions being hard.
 *
 * @param spki one that `demandKey` took
 */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  return readSequence(spki, (fields) => {
    fields.element(Tag.SEQUENCE);
    return digest('SHA-1', fields.bitStringBytes());
  });
}

/** The key that stands in a certificate, or `null` when it is of a kind that is not known here or cannot be right. */
export function readableKey(spki: Uint8Array): PublicKey | null {
  try {
    return parsePublicKey(spki);
  } catch {
    return null;
  }
}
