import { CryptoError } from '@quorate/crypto';
import { integerValue, Tag } from '@quorate/der';
import { LintError } from '../error.ts';
import { readerOf } from '../object/fields.ts';
import type { RawKey } from '../object/raw-key.ts';

/** OIDs of key algorithms (RFC 3279, 4055, 5480, 8410). */
export const keyOid = {
  rsa: '1.2.840.113549.1.1.1',
  pss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
  dsa: '1.2.840.10040.4.1',
  x25519: '1.3.101.110',
  x448: '1.3.101.111',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
} as const;

/** Twice what the strict reader takes; numbers beyond it would make arithmetic slow. */
const MAX_NUMBER_OCTETS = 4096;

/** Whether the key is one of RSA, for any scheme or for PSS alone. */
export function isRsaKey({ algorithm }: RawKey): boolean {
  return algorithm.oid === keyOid.rsa || algorithm.oid === keyOid.pss;
}

/**
 * Modulus and exponent of an RSA key, whatever their values.
 *
 * @throws LintError, DerError when they are not two INTEGERs in a SEQUENCE
 */
export function rsaNumbers(publicKey: RawKey): { readonly modulus: bigint; readonly exponent: bigint } {
  const fields = readerOf(publicKey.subjectPublicKey).sequence();
  const numbers = [fields.element(Tag.INTEGER), fields.element(Tag.INTEGER)] as const;
  if (numbers.some(({ content, end }) => end - content > MAX_NUMBER_OCTETS)) {
    throw new LintError('limit-exceeded', { field: 'publicKey', limit: MAX_NUMBER_OCTETS });
  }
  return { modulus: integerValue(numbers[0]), exponent: integerValue(numbers[1]) };
}

/** Why the strict reader refuses a key, or `null` when it takes it. */
export function keyFault(publicKey: RawKey): CryptoError | null {
  try {
    void publicKey.parsed;
    return null;
  } catch (error) {
    if (error instanceof LintError && error.cause instanceof CryptoError) return error.cause;
    throw error;
  }
}

/** Length of a number in bits. */
export function bitsOf(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString(16);
  return 4 * (digits.length - 1) + (32 - Math.clz32(Number.parseInt(digits[0] as string, 16)));
}
