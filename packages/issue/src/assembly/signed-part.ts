import type { PlatformVerifier, PublicKey, SignatureAlgorithm, WithAlgorithms } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { IssueError } from '../error.ts';

/** What is signed and then joined with its signature: the first part of a certificate, a CRL or a request. */
export interface SignedPart {
  /** The argument that it came in, for the paths of errors. */
  readonly path: 'tbs' | 'info';
  /** For messages. */
  readonly words: 'the TBS' | 'the CertificationRequestInfo';
  readonly bytes: Uint8Array;
  /** SubjectPublicKeyInfo inside it, another than the one that should sign; `null` when there is none. */
  readonly publicKey: Uint8Array | null;
  /** The keyIdentifier in its authorityKeyIdentifier; `null` when there is none. */
  readonly authority: Uint8Array | null;
}

/** Who signs, and how. */
export interface SignedBy extends WithAlgorithms {
  readonly algorithm: SignatureAlgorithm;
  /** The algorithm's AlgorithmIdentifier. */
  readonly identifier: Uint8Array;
  readonly key: PublicKey;
  readonly platform?: PlatformVerifier | undefined;
}

/**
 * Checks that arguments are bytes.
 *
 * @throws TypeError naming the argument
 */
export function demandBytes(given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (!(value instanceof Uint8Array)) throw new TypeError(`\`${name}\` must be bytes; decode text first`);
  }
}

/**
 * Compares what is to be signed with what the caller expects, byte for byte.
 *
 * @param expected `undefined`: the caller expects nothing
 * @throws IssueError `tbs-differs`, with the first byte that does
 */
export function demandExpected(bytes: Uint8Array, expected: Uint8Array | undefined, path: string): void {
  if (expected === undefined || sameBytes(bytes, expected)) return;
  const shorter = Math.min(bytes.length, expected.length);
  let at = 0;
  while (at < shorter && bytes[at] === expected[at]) at++;
  throw new IssueError('tbs-differs', {
    path,
    expected: `the ${expected.length} octets that the caller expects`,
    actual: `${bytes.length} octets, other ones from byte ${at} on`,
  });
}
