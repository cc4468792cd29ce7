import { type KeyWeakness, keyWeaknesses } from './key-description.ts';
import type { PlatformVerifier } from './platform.ts';
import type { PreparedVerification, SignatureFailure, VerificationInput } from './scheme.ts';

/** What a careful reader should know of a valid signature. */
export type SignatureWeakness =
  /** The digest is SHA-1, for which collisions are practical: whoever chose the data may have signed others too. */
  'sha-1' | KeyWeakness;

/** Whether a signature is valid, with what weakens it; or why it is not. */
export type SignatureVerdict =
  | { readonly valid: true; readonly weaknesses: readonly SignatureWeakness[] }
  | { readonly valid: false; readonly reason: SignatureFailure };

export interface VerifyOptions {
  readonly platform?: PlatformVerifier;
}

/**
 * Whether a signature over some bytes is valid under a key. Decides nothing about whose key it is or when it signed.
 * Never throws for a bad signature: `reason` says what is bad.
 *
 * @param input `key` comes from `parsePublicKey`, `algorithm` from the table
 */
export function verifySignature(input: VerificationInput, options: VerifyOptions = {}): SignatureVerdict {
  const prepared = input.algorithm.scheme.prepare(input);
  return typeof prepared === 'string' ? { valid: false, reason: prepared } : verifyPrepared(input, prepared, options);
}

/**
 * The second half of `verifySignature`, for who wants to decide between the halves whether the arithmetic is worth its
 * cost.
 *
 * @param prepared what `input.algorithm.scheme.prepare(input)` gave
 */
export function verifyPrepared(
  input: VerificationInput,
  prepared: PreparedVerification,
  options: VerifyOptions = {},
): SignatureVerdict {
  const said = options.platform?.({ ...input, rawSignature: prepared.rawSignature }) ?? null;
  return verdictOf(input, said ?? prepared.verify());
}

/** The verdict that the arithmetic amounts to, once everything else has been found good. */
export function verdictOf(input: VerificationInput, matches: boolean): SignatureVerdict {
  if (!matches) return { valid: false, reason: 'signature-mismatch' };
  const weaknesses: SignatureWeakness[] = input.algorithm.weak ? ['sha-1'] : [];
  return { valid: true, weaknesses: [...weaknesses, ...keyWeaknesses(input.key)] };
}
