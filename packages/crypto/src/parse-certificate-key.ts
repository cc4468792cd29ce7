import type { WithAlgorithms } from './algorithm-support.ts';
import type { KeyReader } from './key-reader.ts';
import type { PublicKey } from './public-key.ts';
import { certificateKeyReaders, readPublicKey } from './read-public-key.ts';

const readers: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>(certificateKeyReaders);

/**
 * Reads a SubjectPublicKeyInfo as `parsePublicKey` does, but for BLS keys, which are `key-unsupported`: no identifier of a
 * signature algorithm is defined for them, so they sign no certificates, and who judges those alone need not carry them.
 *
 * @param spki at most 16 KiB; kept, not copied
 * @param options `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`
 * @throws CryptoError as `parsePublicKey`
 */
export function parseCertificateKey(spki: Uint8Array, options: WithAlgorithms = {}): PublicKey {
  return readPublicKey(spki, readers, options);
}
