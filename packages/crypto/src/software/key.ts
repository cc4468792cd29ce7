import { equalBytes } from '@noble/curves/utils.js';
import type { AlgorithmIdentifier } from '../algorithm-identifier.ts';
import type { DigestName } from '../digest.ts';
import { CryptoError } from '../error.ts';
import type { KeyType } from '../public-key.ts';
import type { SignatureAlgorithm } from '../scheme.ts';

/** A private key that can sign. */
export interface PrivateKey {
  readonly spki: Uint8Array;
  /** @throws CryptoError `algorithm-key-mismatch`, `algorithm-unsupported` */
  sign(data: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array;
}

/** The fields of a PKCS#8 private key that its algorithm gives a meaning to. */
export interface PrivateKeyFields {
  readonly algorithm: AlgorithmIdentifier;
  /** The content of the privateKey OCTET STRING. */
  readonly content: Uint8Array;
  /** The publicKey field of version 1, `null` when absent. */
  readonly publicKey: Uint8Array | null;
}

/** @throws CryptoError, DerError */
export type PrivateKeyReader = (fields: PrivateKeyFields) => PrivateKey;

/**
 * The digest to sign with.
 *
 * @throws CryptoError `algorithm-key-mismatch` when the algorithm is for other keys; `algorithm-unsupported` for PSS,
 *   which would want random salt, and for weak digests
 */
export function digestToSign(algorithm: SignatureAlgorithm, keyType: KeyType): DigestName | null {
  if (!algorithm.keyTypes.includes(keyType)) {
    throw new CryptoError('algorithm-key-mismatch', { subject: algorithm.name });
  }
  if (algorithm.weak || algorithm.pss !== null) {
    throw new CryptoError('algorithm-unsupported', { subject: algorithm.name });
  }
  return algorithm.digest;
}

/** Checks that a public half which stands beside a private key is the one that belongs to it. */
export function checkPublicHalf(stated: Uint8Array | null, computed: Uint8Array): void {
  if (stated !== null && !equalBytes(stated, computed)) {
    throw new CryptoError('private-key-invalid', { subject: 'public half of another key' });
  }
}
