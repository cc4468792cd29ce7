import {
  CryptoError,
  type PublicKey,
  type SignatureAlgorithm,
  type SignatureFailure,
  type SignatureWeakness,
  signatureAlgorithmOfDer,
  type VerifyOptions,
  verifyPrepared,
  type WithAlgorithms,
} from '@quorate/crypto';
import type { Budget } from '../budget.ts';

/** Whether a signature is valid, or why not; `budget` when no more may be verified. */
export type SignatureAnswer =
  | { readonly valid: true; readonly weaknesses: readonly SignatureWeakness[]; readonly algorithm: SignatureAlgorithm }
  | { readonly valid: false; readonly reason: SignatureFailure | 'budget' | CryptoError };

/** Verifies signatures, each pair of data and key once, and spends from the budget of the search. */
export class Signatures {
  readonly #budget: Budget;
  readonly #options: VerifyOptions & WithAlgorithms;
  readonly #known: Map<PublicKey, Map<Uint8Array, SignatureAnswer>> = new Map();
  /** What is known of a key is known of it in every certificate. */
  readonly #bySpki: Map<string, Map<Uint8Array, SignatureAnswer>> = new Map();

  constructor(budget: Budget, options: VerifyOptions & WithAlgorithms) {
    this.#budget = budget;
    this.#options = options;
  }

  /**
   * @param algorithm AlgorithmIdentifier, DER
   * @param data the bytes that were signed; the same object every time it is asked for
   */
  verify(algorithm: Uint8Array, key: PublicKey, data: Uint8Array, signature: Uint8Array): SignatureAnswer {
    const ofKey = this.#ofKey(key);
    let answer = ofKey.get(signature);
    if (answer === undefined) {
      answer = this.#verify(algorithm, key, data, signature);
      ofKey.set(signature, answer);
    }
    return answer;
  }

  #ofKey(key: PublicKey): Map<Uint8Array, SignatureAnswer> {
    let ofKey = this.#known.get(key);
    if (ofKey === undefined) {
      // Not so the key of a DSA certificate: its parameters may be inherited.
      const spki = key.type === 'dsa' ? null : octetText.decode(key.spki);
      ofKey = (spki === null ? undefined : this.#bySpki.get(spki)) ?? new Map<Uint8Array, SignatureAnswer>();
      this.#known.set(key, ofKey);
      if (spki !== null) this.#bySpki.set(spki, ofKey);
    }
    return ofKey;
  }

  #verify(identifier: Uint8Array, key: PublicKey, data: Uint8Array, signature: Uint8Array): SignatureAnswer {
    let algorithm: SignatureAlgorithm;
    try {
      algorithm = signatureAlgorithmOfDer(identifier, this.#options);
    } catch (cause) {
      if (cause instanceof CryptoError) return { valid: false, reason: cause };
      throw cause;
    }
    const input = { algorithm, key, data, signature };
    if (!algorithm.keyTypes.includes(key.type)) return { valid: false, reason: 'key-mismatch' };
    const prepared = algorithm.scheme.prepare(input);
    if (typeof prepared === 'string') return { valid: false, reason: prepared };
    if (!this.#budget.spend('signatureChecks', prepared.cost)) return { valid: false, reason: 'budget' };
    const verdict = verifyPrepared(input, prepared, this.#options);
    return verdict.valid ? { ...verdict, algorithm } : verdict;
  }
}

/** No two octets are the same character to it, so it makes of octets a key for maps. */
const octetText = new TextDecoder('latin1');
