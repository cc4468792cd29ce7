import {
  describeKey,
  encodeSignatureAlgorithm,
  type PublicKey,
  type SignatureAlgorithm,
  verifySignature,
} from '@quorate/crypto';
import { IssueError } from './error.ts';

/**
 * Checks that an algorithm may sign a certificate: it has an object identifier, and its digest is not SHA-1.
 *
 * @returns its AlgorithmIdentifier
 * @throws IssueError `algorithm-unsupported`, `algorithm-weak`
 */
export function demandAlgorithm(algorithm: SignatureAlgorithm, path: string): Uint8Array {
  if (algorithm.oid === null) {
    const expected = 'an algorithm with an object identifier';
    throw new IssueError('algorithm-unsupported', { path, expected, actual: algorithm.name });
  }
  if (algorithm.weak) {
    throw new IssueError('algorithm-weak', { path, expected: 'a digest other than SHA-1', actual: algorithm.name });
  }
  const known = IDENTIFIERS.get(algorithm);
  if (known !== undefined) return known;
  const identifier = encodeSignatureAlgorithm(algorithm);
  IDENTIFIERS.set(algorithm, identifier);
  return identifier;
}

/** Of algorithms, which do not change. */
const IDENTIFIERS = new WeakMap<SignatureAlgorithm, Uint8Array>();

/**
 * Checks that a key can be used with an algorithm: its type, and what its own parameters allow (RFC 4055, 3.3).
 *
 * @throws IssueError with this code
 */
export function demandFit(
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  code: 'algorithm-key-mismatch' | 'key-mismatch',
  path: string,
): void {
  // Key and algorithm are looked at before the signature, of which there is none yet.
  const nothing = new Uint8Array(0);
  const verdict = verifySignature({ algorithm, key, data: nothing, signature: nothing });
  if (verdict.valid || (verdict.reason !== 'key-mismatch' && verdict.reason !== 'key-parameters')) return;
  const [of, given] = [`${algorithm.name}`, describeKey(key)];
  throw code === 'key-mismatch'
    ? new IssueError(code, { path, expected: `a key for ${of}`, actual: given })
    : new IssueError(code, { path, expected: `an algorithm for ${given}`, actual: of });
}
