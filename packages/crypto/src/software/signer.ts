import type { SignatureAlgorithm } from '../scheme.ts';
import type { Signer } from '../signer.ts';
import { readPrivateKey } from './pkcs8.ts';
import { privateKeyReaders } from './private-key.ts';

/**
 * A signer over a private key in memory: for demonstrations, tests and emulators. It keeps no key safe: the arithmetic is
 * not constant in time, the key stays in memory and cannot be wiped, faults are not guarded against. Never give it a key
 * that matters.
 *
 * Takes EC keys (ECDSA, nonces after RFC 6979, `s` as it comes), Ed25519 and Ed448 keys, and RSA keys (PKCS#1 v1.5).
 * All signatures are deterministic. No SHA-1: it verifies here but is not signed with.
 *
 * @param pkcs8 PrivateKeyInfo or OneAsymmetricKey (RFC 5958, RFC 8410), not encrypted, at most 64 KiB
 * @returns a signer; its `sign` rejects with CryptoError `algorithm-key-mismatch` for an algorithm of another key type,
 *   `algorithm-unsupported` for PSS and SHA-1
 * @throws CryptoError `private-key-malformed`, `private-key-unsupported`, `private-key-invalid`, and those of
 *   `parsePublicKey`
 */
export function softwareSigner(pkcs8: Uint8Array): Signer {
  const key = readPrivateKey(pkcs8, privateKeyReaders);
  return {
    publicKey: key.spki,
    sign: async (data: Uint8Array, algorithm: SignatureAlgorithm) => key.sign(data, algorithm),
  };
}
