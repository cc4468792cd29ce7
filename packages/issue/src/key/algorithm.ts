import {
  CryptoError,
  describeKey,
  digest,
  encodeSignatureAlgorithm,
  type PublicKey,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
} from '@quorate/crypto';
import { IssueError } from '../error.ts';

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
  const known = IDENTIFIERS.get(algorithm);
  if (known !== undefined) return known;
  const identifier = encodeSignatureAlgorithm(algorithm);
  if (algorithm.weak || isWeak(identifier)) {
    throw new IssueError('algorithm-weak', { path, expected: 'a digest other than SHA-1', actual: algorithm.name });
  }
  IDENTIFIERS.set(algorithm, identifier);
  return identifier;
}

/** As verifiers will see it, whatever the caller's entry says. */
function isWeak(identifier: Uint8Array): boolean {
  try {
    return signatureAlgorithmOfDer(identifier).weak;
  } catch (cause) {
    if (cause instanceof CryptoError) return false;
    throw cause;
  }
}

/** Of algorithms that may sign, which do not change. */
const IDENTIFIERS = new WeakMap<SignatureAlgorithm, Uint8Array>();

/**
 * Checks that a key can be used with an algorithm: its type, what its own parameters allow (RFC 4055, 3.3), and whether
 * digest and salt have room in its modulus (RFC 8017, 9.1.1).
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
  const prepared = algorithm.scheme.prepare({ algorithm, key, data: NOTHING, signature: ANY_SIGNATURE });
  const fits = prepared !== 'key-mismatch' && prepared !== 'key-parameters';
  if (fits && hasRoom(algorithm, key)) return;
  const [of, given] = [`${algorithm.name}`, describeKey(key)];
  throw code === 'key-mismatch'
    ? new IssueError(code, { path, expected: `a key for ${of}`, actual: given })
    : new IssueError(code, { path, expected: `an algorithm for ${given}`, actual: of });
}

const NOTHING: Uint8Array = new Uint8Array(0);
/** `SEQUENCE { 1, 1 }`, a signature of ECDSA in form; for other schemes it is none, which they see at once. */
const ANY_SIGNATURE: Uint8Array = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1);

/** Without room no signature exists, so what names such an algorithm could never be signed. */
function hasRoom({ pss }: SignatureAlgorithm, key: PublicKey): boolean {
  if (pss === null || key.type !== 'rsa') return true;
  return Math.ceil((key.bits - 1) / 8) >= digest(pss.digest, new Uint8Array(0)).length + pss.saltLength + 2;
}
