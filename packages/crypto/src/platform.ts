import type { VerificationInput } from './scheme.ts';

/** What a platform is asked: key, algorithm and encoding have been found good, so only the arithmetic is left. */
export interface PlatformRequest extends VerificationInput {
  /** For ECDSA and DSA `r` and `s` at full length, joined (IEEE P1363); else the signature as given. */
  readonly rawSignature: Uint8Array;
}

/**
 * A synchronous fast path that an app gives, for instance over `node:crypto`: whether the signature is valid, or `null`
 * when the platform cannot say (an unknown curve), and then the arithmetic is done here. It must not throw.
 */
export type PlatformVerifier = (request: PlatformRequest) => boolean | null;
