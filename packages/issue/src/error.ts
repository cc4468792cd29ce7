/**
 * Why a certificate is not made. The list is closed: a `switch` over it can be exhaustive.
 * Sections are those of RFC 5280.
 */
export type IssueErrorCode =
  // What a profile says.
  /** JSON that is not a profile; `path` says where. */
  | 'profile-malformed'
  /** An attribute type that is neither a known name nor an object identifier. */
  | 'name-attribute-unknown'
  /** A value that its attribute type cannot have: empty, wrong characters, or characters that deceive the eye. */
  | 'name-value-invalid'
  /** A value longer than its upper bound (appendix A, `ub-…`). */
  | 'name-value-too-long'
  /** An empty subject where there must be one: for a CA, and without a subjectAltName (4.1.2.6). */
  | 'subject-empty'
  /** `from-request` where there is no request. */
  | 'subject-without-request'
  /** A subjectAltName that is not one of its type (4.2.1.6), or a list without names. */
  | 'alternative-name-invalid'
  /** A date that is not a whole number of seconds from 1950 to 9999, which is what the types carry (4.1.2.5). */
  | 'time-invalid'
  /** A notAfter that is not later than the notBefore. */
  | 'dates-inverted'
  /** A serial number that is not positive or needs more than 20 octets (4.1.2.2). */
  | 'serial-number-invalid'
  /** A signature algorithm without an object identifier. */
  | 'algorithm-unsupported'
  /** A signature algorithm with SHA-1. */
  | 'algorithm-weak'
  /** A signature algorithm that the issuer's key cannot be used with. */
  | 'algorithm-key-mismatch'
  /** A pathLen that is not a whole number from 0 to 255. */
  | 'path-length-invalid'
  /** A pathLen on what is no CA (4.2.1.9). */
  | 'path-length-without-ca'
  /** A self-signed root that would be no CA. */
  | 'root-not-ca'
  /** A key usage or purpose that has no known name (purposes: and is no object identifier). */
  | 'usage-unknown'
  /** A key usage or purpose that is listed twice. */
  | 'usage-repeated'
  /** A list of usages or purposes that is empty, where at least one must be set (4.2.1.3, 4.2.1.12). */
  | 'usage-empty'
  /** keyCertSign on what is no CA (4.2.1.9). */
  | 'key-cert-sign-without-ca'
  /** A CA that could not sign certificates (4.2.1.3, 4.2.1.9). */
  | 'ca-without-key-cert-sign'
  // Keys, requests and issuers.
  /** A public key that cannot be read or cannot be right; see `cause`. */
  | 'key-invalid'
  /** A public key that has a weakness, as RSA below 2048 bits. */
  | 'key-weak'
  /** A certification request that cannot be read; see `cause`. */
  | 'request-malformed'
  /** A certification request whose signature does not prove possession of its key. */
  | 'request-not-verified'
  /** An issuer certificate that cannot be read; see `cause`. */
  | 'issuer-malformed'
  /** An issuer certificate without basicConstraints that say CA:TRUE. */
  | 'issuer-not-ca'
  /** An issuer certificate whose keyUsage lacks keyCertSign. */
  | 'issuer-without-key-cert-sign'
  /** An issuer certificate without subjectKeyIdentifier, so that there is nothing to point to (4.2.1.1, 4.2.1.2). */
  | 'issuer-without-key-identifier'
  /** A CA below an issuer whose pathLen leaves no room for it. */
  | 'path-length-exhausted'
  /** Dates that reach beyond the issuer's. */
  | 'validity-outside-issuer'
  // What is joined with a signature.
  /** Bytes that are not a TBSCertificate in strict DER; see `cause`. */
  | 'tbs-malformed'
  /**
   * Another algorithm: the one stated is not the one inside the TBS (4.1.2.3), or the signature verifies under another
   * algorithm than the one stated.
   */
  | 'algorithm-mismatch'
  /** Another key: of another kind or size than the signature's, or not the one that made it. */
  | 'key-mismatch'
  /** The right signature in another encoding, as `r` and `s` joined, or base64 text. */
  | 'signature-encoding'
  /** No signature of this algorithm, in any encoding that is known here. */
  | 'signature-malformed'
  /** The right key signed, but other bytes than these. */
  | 'tbs-mismatch'
  /** Another key or other bytes: the signature is well formed and the facts do not say which. */
  | 'signature-mismatch'
  /** What was encoded did not read back as what was meant: a fault in this package or beneath it. */
  | 'encoding-fault';

/** The facts that go with an {@link IssueError}. */
export interface IssueErrorFacts {
  /** The place: a field of the profile, as `subject[0].value`, or an argument, as `csr`, `issuer` or `signature`. */
  readonly path: string;
  /** What should stand there, in words. */
  readonly expected?: string;
  /** What stands there. */
  readonly actual?: string;
  /** The error of a lower layer. */
  readonly cause?: unknown;
}

/** A certificate that is not made, and why. */
export class IssueError extends Error {
  override readonly name = 'IssueError';
  readonly code: IssueErrorCode;
  readonly path: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;

  constructor(code: IssueErrorCode, facts: IssueErrorFacts) {
    super(describe(code, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    this.path = facts.path;
    this.expected = facts.expected;
    this.actual = facts.actual;
  }
}

function describe(code: IssueErrorCode, { path, expected, actual, cause }: IssueErrorFacts): string {
  let text = `issue: ${code.replaceAll('-', ' ')} at \`${path}\``;
  if (expected !== undefined) text += `, expected ${expected}`;
  if (actual !== undefined) text += `, found ${actual}`;
  else if (cause instanceof Error) text += `: ${cause.message}`;
  return text;
}
