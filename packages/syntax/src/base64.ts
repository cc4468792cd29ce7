import { base64 } from '@scure/base';

/** Text that is not base64. */
export class Base64Error extends Error {
  override readonly name = 'Base64Error';
  readonly code = 'not-base64';

  constructor() {
    super('not base64 (standard alphabet, canonical padding, no white space)');
  }
}

/**
 * The bytes of base64 text in the standard alphabet (RFC 4648, section 4), strictly: padded, no white space, no bits
 * left over, so that one byte string has one spelling.
 *
 * @throws Base64Error
 */
export function decodeBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new Base64Error();
  try {
    return base64.decode(text);
  } catch {
    throw new Base64Error();
  }
}

/** The base64 text of bytes, padded, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}
