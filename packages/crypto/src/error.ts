/** Why a key, an algorithm or a private key was refused. The list is closed: a `switch` over it can be exhaustive. */
export type CryptoErrorCode =
  /** A SubjectPublicKeyInfo that is not strict DER, or not of the shape that its algorithm demands; see `cause`. */
  | 'key-malformed'
  /** A key algorithm or a named curve that this package does not know; `subject` is its object identifier. */
  | 'key-unsupported'
  /** A well-formed key that no honest generator makes: a point off its curve, an even modulus, an exponent of 1. */
  | 'key-invalid'
  /** RSA or DSA below 1024 bits; `actual` and `limit` in bits. */
  | 'key-too-weak'
  /** RSA above 16,384 bits, an RSA exponent above 256 bits, DSA above 3072 bits; `actual` and `limit` in bits. */
  | 'key-too-large'
  /** An EC key that spells its curve out instead of naming it (RFC 5480, 2.1.1 forbids it in certificates). */
  | 'curve-parameters-explicit'
  /** An EC key that names no curve: parameters absent, or NULL (implicitCurve). */
  | 'curve-parameters-missing'
  /** An AlgorithmIdentifier that is not strict DER; see `cause`. */
  | 'algorithm-malformed'
  /** A signature algorithm or digest that this package does not know; `subject` is its object identifier or name. */
  | 'algorithm-unsupported'
  /** Parameters that the algorithm forbids, lacks, or that are not strict DER; `subject` is the algorithm. */
  | 'algorithm-parameters'
  /** A key of another type than the algorithm wants, where a signature was asked for. */
  | 'algorithm-key-mismatch'
  /** A PKCS#8 private key that is not strict DER, or not of the shape that its algorithm demands; see `cause`. */
  | 'private-key-malformed'
  /** A private key algorithm that the software signer does not have; `subject` is its object identifier. */
  | 'private-key-unsupported'
  /** A private key out of range, or one whose public half does not belong to it. */
  | 'private-key-invalid';

/** The facts that go with a {@link CryptoError}. */
export interface CryptoErrorFacts {
  /** Index into the bytes that were given, of the octet where the fault was seen. */
  readonly offset?: number;
  /** What the fault is about: an object identifier, a name, or a few plain words. */
  readonly subject?: string;
  /** The size found, with `key-too-weak` and `key-too-large`. */
  readonly actual?: number;
  /** The bound that was passed, with `key-too-weak` and `key-too-large`. */
  readonly limit?: number;
  /** The error of a lower layer. */
  readonly cause?: unknown;
}

/** A key or an algorithm identifier that is refused before use. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError';
  readonly code: CryptoErrorCode;
  readonly offset: number | undefined;
  readonly subject: string | undefined;
  readonly actual: number | undefined;
  readonly limit: number | undefined;

  constructor(code: CryptoErrorCode, facts: CryptoErrorFacts = {}) {
    super(describe(code, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    this.offset = facts.offset;
    this.subject = facts.subject;
    this.actual = facts.actual;
    this.limit = facts.limit;
  }
}

function describe(code: CryptoErrorCode, facts: CryptoErrorFacts): string {
  let text: string = code.replaceAll('-', ' ');
  if (facts.subject !== undefined) text += ` \`${facts.subject.slice(0, 200)}\``;
  if (facts.offset !== undefined) text += ` at byte ${facts.offset}`;
  if (facts.actual !== undefined) text += `, ${facts.actual} bits`;
  if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
  if (facts.cause instanceof Error) text += `: ${facts.cause.message}`;
  return text;
}
