import { hexOf } from '@quorate/der';
import { Base64Error, decodeBase64 } from '@quorate/syntax';
import { IssueError } from '../error.ts';

/** Bytes in a profile: `hex:` and digits, or `base64:` and base64 with canonical padding. */
export const BYTES: RegExp =
  /^(?:hex:(?:[0-9A-Fa-f]{2})*|base64:(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?)$/;

/** @throws IssueError `profile-malformed` */
export function bytesOfText(text: string, path: string): Uint8Array {
  if (text.startsWith('hex:')) {
    return Uint8Array.from(text.slice(4).match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  }
  try {
    return decodeBase64(text.slice('base64:'.length));
  } catch (cause) {
    if (!(cause instanceof Base64Error)) throw cause;
    throw new IssueError('profile-malformed', { path, cause });
  }
}

/** The text of bytes, `hex:…`. */
export function textOfBytes(bytes: Uint8Array): string {
  return `hex:${hexOf(bytes)}`;
}
