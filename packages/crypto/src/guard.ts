import { DerError } from '@quorate/der';
import { CryptoError, type CryptoErrorCode } from './error.ts';

/**
 * Runs a reader and turns a `DerError` that escapes from it into a `CryptoError` with this code, offset and cause kept.
 * Other errors pass: they are this package's own, or faults in it.
 */
export function guardDer<T>(code: CryptoErrorCode, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) throw new CryptoError(code, { offset: error.offset, cause: error });
    throw error;
  }
}
