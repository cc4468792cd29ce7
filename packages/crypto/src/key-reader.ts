import type { AlgorithmIdentifier } from './algorithm-identifier.ts';
import type { PublicKey } from './public-key.ts';

/**
 * Reads the content of a subjectPublicKey BIT STRING for one key algorithm.
 *
 * @throws DerError, CryptoError
 */
export type KeyReader = (spki: Uint8Array, algorithm: AlgorithmIdentifier, subjectPublicKey: Uint8Array) => PublicKey;
