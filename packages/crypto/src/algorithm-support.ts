import type { KeyReader } from './key-reader.ts';
import type { SignatureAlgorithm } from './scheme.ts';

/**
 * Algorithms that an app adds to those that are always known: pass it where keys and algorithm identifiers are read. So
 * who does not need them does not carry them. `@quorate/crypto/post-quantum` has one. What is always known cannot be
 * replaced.
 */
export interface AlgorithmSupport {
  /** Readers of public keys, by the object identifier of the key algorithm. */
  readonly keyReaders: ReadonlyMap<string, KeyReader>;
  /** Each with an object identifier, and `'absent'` or `'null'` as parameters. */
  readonly signatureAlgorithms: readonly SignatureAlgorithm[];
}

/** What a reader of keys or of algorithm identifiers knows beside what is always known. */
export interface WithAlgorithms {
  /** Default: none. */
  readonly algorithms?: AlgorithmSupport | undefined;
}
