import {
  describeKey,
  digest,
  keyWeaknesses,
  type PublicKey,
  parsePublicKey,
  type WithAlgorithms,
} from '@quorate/crypto';
import { readSequence, Tag } from '@quorate/der';
import { IssueError } from '../error.ts';
import type { CertificateProfile } from '../profile.ts';
import { type KeyIdentifierMethod, keyIdentifierMethods } from '../profile-extensions.ts';
import { quoted } from '../text.ts';
import { isRocaModulus } from './roca.ts';

/**
 * A public key that may be certified or may certify: one that can be right and has no weakness.
 *
 * @param spki SubjectPublicKeyInfo
 * @param options `algorithms`: more kinds of key
 * @throws IssueError `key-invalid`, `key-weak`
 */
export function demandKey(spki: Uint8Array, path: string, options: WithAlgorithms = {}): PublicKey {
  let key: PublicKey;
  try {
    key = parsePublicKey(spki, options);
  } catch (cause) {
    if (cause instanceof TypeError) throw cause;
    throw new IssueError('key-invalid', { path, cause });
  }
  const weakness = keyWeaknesses(key)[0];
  if (weakness !== undefined) {
    const actual = `${describeKey(key)}: ${weakness.replaceAll('-', ' ')}`;
    throw new IssueError('key-weak', { path, expected: 'a key without weaknesses', actual });
  }
  if (key.type === 'rsa' && isRocaModulus(key.modulus)) {
    const actual = `${describeKey(key)}: made in a way that lets it be factored (CVE-2017-15361)`;
    throw new IssueError('key-weak', { path, expected: 'a key without weaknesses', actual });
  }
  return key;
}

/**
 * The identifier of a key (RFC 5280, 4.2.1.2; RFC 7093, 2). A name, not a protection: nothing rests on collisions being hard.
 *
 * @param spki one that `demandKey` took
 */
export function keyIdentifier(spki: Uint8Array, method: KeyIdentifierMethod = 'rfc5280-1'): Uint8Array {
  switch (method) {
    case 'rfc5280-1':
      return digest('SHA-1', keyBits(spki));
    case 'rfc5280-2': {
      const identifier = digest('SHA-1', keyBits(spki)).slice(-8);
      identifier[0] = 0x40 | ((identifier[0] as number) & 0x0f);
      return identifier;
    }
    case 'rfc7093-1':
      return digest('SHA-256', keyBits(spki)).slice(0, 20);
    case 'rfc7093-2':
      return digest('SHA-384', keyBits(spki)).slice(0, 20);
    case 'rfc7093-3':
      return digest('SHA-512', keyBits(spki)).slice(0, 20);
    case 'rfc7093-4':
      return digest('SHA-256', spki);
  }
}

/** The content of the BIT STRING. */
function keyBits(spki: Uint8Array): Uint8Array {
  return readSequence(spki, (fields) => {
    fields.element(Tag.SEQUENCE);
    return fields.bitStringBytes();
  });
}

const MAX_IDENTIFIER = 64;

/**
 * The subjectKeyIdentifier that a profile asks for; `null`: none.
 *
 * @throws IssueError `key-identifier-missing` of a CA without, `extension-invalid`
 */
export function subjectKeyIdentifierOf(
  profile: Pick<CertificateProfile, 'subjectKeyIdentifier' | 'basicConstraints'>,
  spki: Uint8Array,
): Uint8Array | null {
  const { subjectKeyIdentifier: choice = 'rfc5280-1', basicConstraints } = profile;
  const path = 'subjectKeyIdentifier';
  if (choice === null) {
    if (basicConstraints?.ca !== true) return null;
    throw new IssueError('key-identifier-missing', { path, expected: 'an identifier, for a CA', actual: 'none' });
  }
  if (choice instanceof Uint8Array) {
    if (choice.length > 0 && choice.length <= MAX_IDENTIFIER) return choice;
    const expected = `1 to ${MAX_IDENTIFIER} octets`;
    throw new IssueError('extension-invalid', { path, expected, actual: `${choice.length}` });
  }
  if (!keyIdentifierMethods.includes(choice)) {
    const expected = `bytes or one of ${keyIdentifierMethods.join(', ')}`;
    throw new IssueError('extension-invalid', { path, expected, actual: quoted(String(choice)) });
  }
  return keyIdentifier(spki, choice);
}

/** The key that stands in a certificate, or `null` when it is of a kind that is not known here or cannot be right. */
export function readableKey(spki: Uint8Array, options: WithAlgorithms = {}): PublicKey | null {
  try {
    return parsePublicKey(spki, options);
  } catch {
    return null;
  }
}
