import type { PublicKey } from './public-key.ts';
import { certificateKeyReaders, type KeyReader, readPublicKey } from './read-public-key.ts';

const readers: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>(certificateKeyReaders);

/**
 * Reads a SubjectPublicKeyInfo as `parsePublicKey` does, but for BLS keys, which are `key-unsupported`: no identifier of a
 * signature algorithm is defined for them, so they sign no certificates, and who judges those alone need not carry them.
 *
 * @param spki at most 16 KiB; kept, not copied
 * @throws CryptoError as `parsePublicKey`
 */
export function parseCertificateKey(spki: Uint8Array): PublicKey {
  return readPublicKey(spki, readers);
}
