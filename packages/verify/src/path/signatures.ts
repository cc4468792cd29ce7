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
import { sameBytes } from '@quorate/der';
import type { Budget } from '../budget.ts';
import { caught } from './member.ts';

/** Whether a signature is valid, or why not; `budget` when no more may be verified. */
export type SignatureAnswer =
  | { readonly valid: true; readonly weaknesses: readonly SignatureWeakness[]; readonly algorithm: SignatureAlgorithm }
  | { readonly valid: false; readonly reason: SignatureFailure | 'budget' | CryptoError };

/** What is known of one signature. */
interface Known {
  readonly byKey: Map<PublicKey, SignatureAnswer>;
  /** The keys of the answers that were paid for: no more than the budget has checks. */
  readonly paid: PublicKey[];
}

/** Verifies signatures, each with each key once, and spends from the budget of the search. */
export class Signatures {
  readonly #budget: Budget;
  readonly #options: VerifyOptions & WithAlgorithms;
  readonly #known: Map<Uint8Array, Known> = new Map();

  constructor(budget: Budget, options: VerifyOptions & WithAlgorithms) {
    this.#budget = budget;
    this.#options = options;
  }

  /**
   * @param algorithm AlgorithmIdentifier, DER
   * @param data the bytes that were signed
   * @param signature over them; the same object every time it is asked for
   */
  verify(algorithm: Uint8Array, key: PublicKey, data: Uint8Array, signature: Uint8Array): SignatureAnswer {
    let known = this.#known.get(signature);
    if (known === undefined) {
      known = { byKey: new Map(), paid: [] };
      this.#known.set(signature, known);
    }
    let answer = known.byKey.get(key);
    if (answer === undefined) {
      const same = known.paid.find((other) => isSameKey(other, key));
      answer =
        (same === undefined ? undefined : known.byKey.get(same)) ??
        this.#verify(algorithm, key, data, signature, known.paid);
      known.byKey.set(key, answer);
    }
    return answer;
  }

  #verify(
    identifier: Uint8Array,
    key: PublicKey,
    data: Uint8Array,
    signature: Uint8Array,
    paid: PublicKey[],
  ): SignatureAnswer {
    const algorithm = caught(CryptoError, () => signatureAlgorithmOfDer(identifier, this.#options));
    if (algorithm instanceof CryptoError) return { valid: false, reason: algorithm };
    const input = { algorithm, key, data, signature };
    if (!algorithm.keyTypes.includes(key.type)) return { valid: false, reason: 'key-mismatch' };
    const prepared = algorithm.scheme.prepare(input);
    if (typeof prepared === 'string') return { valid: false, reason: prepared };
    if (!this.#budget.spend('signatureChecks', prepared.cost)) return { valid: false, reason: 'budget' };
    paid.push(key);
    const verdict = verifyPrepared(input, prepared, this.#options);
    return verdict.valid ? { ...verdict, algorithm } : verdict;
  }
}

/** What is known of a key is known of it in every certificate, but for a DSA key: its parameters may be inherited. */
function isSameKey(a: PublicKey, b: PublicKey): boolean {
  return a.type !== 'dsa' && sameBytes(a.spki, b.spki);
}
