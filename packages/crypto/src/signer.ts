import type { SignatureAlgorithm } from './scheme.ts';

/**
 * Whoever turns bytes into a signature: a software key, an HSM, a person with a smart card. The answer may come much
 * later, or never.
 */
export interface Signer {
  /** The SubjectPublicKeyInfo of the key that signs. */
  readonly publicKey: Uint8Array;
  /**
   * @param data the bytes to sign, not their digest
   * @param algorithm one that goes with the key
   * @returns the signature as `verifySignature` takes it: ECDSA and DSA in DER, RSA and EdDSA raw
   */
  sign(data: Uint8Array, algorithm: SignatureAlgorithm): Promise<Uint8Array>;
}
