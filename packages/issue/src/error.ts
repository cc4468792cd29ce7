import type { Finding } from '@quorate/report';

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
  /** An extension whose content is not as its standard says, or that is listed twice. */
  | 'extension-invalid'
  /** An extension for a CA, on what is none (4.2.1.5, 4.2.1.10, 4.2.1.11, 4.2.1.14). */
  | 'extension-without-ca'
  /** A choice of criticality that the standard does not leave open. */
  | 'criticality-fixed'
  /** No subjectKeyIdentifier on a CA (4.2.1.2), or no authorityKeyIdentifier on what is not self-signed (4.2.1.1). */
  | 'key-identifier-missing'
  /** Random bytes that are too few, too many, all alike, or missing where the serial number is made of them. */
  | 'random-bytes-invalid'
  /** More bytes than the readers take, 1 MiB. */
  | 'too-large'
  /** An id that no rule of `@quorate/lint` has. */
  | 'lint-rule-unknown'
  /** A TBSCertificate that a rule of `@quorate/lint` finds an error in; see `findings`. */
  | 'lint-failed'
  // Keys, requests and issuers.
  /** A public key that cannot be read or cannot be right; see `cause`. */
  | 'key-invalid'
  /** A public key that has a weakness, as RSA below 2048 bits. */
  | 'key-weak'
  /** A certification request that cannot be read; see `cause`. */
  | 'request-malformed'
  /** A certification request whose signature does not prove possession of its key. */
  | 'request-not-verified'
  /** A rule about requests that contradicts the profile or itself. */
  | 'request-rule-invalid'
  /** A request for what the profile's rules refuse. */
  | 'request-refused'
  /** A request without what the profile's rules require. */
  | 'request-lacks'
  /** A request for something else, or more, than the profile's rules allow. */
  | 'request-outside'
  /** An issuer certificate that cannot be read; see `cause`. */
  | 'issuer-malformed'
  /** An issuer certificate without basicConstraints that say CA:TRUE. */
  | 'issuer-not-ca'
  /** An issuer certificate whose keyUsage lacks keyCertSign. */
  | 'issuer-without-key-cert-sign'
  /** An issuer certificate whose keyUsage lacks cRLSign. */
  | 'issuer-without-crl-sign'
  /** An issuer certificate without subjectKeyIdentifier, so that there is nothing to point to (4.2.1.1, 4.2.1.2). */
  | 'issuer-without-key-identifier'
  /** A CA below an issuer whose pathLen leaves no room for it. */
  | 'path-length-exhausted'
  /** Dates that reach beyond the issuer's. */
  | 'validity-outside-issuer'
  /** Purposes beyond the issuer's, where it has some. */
  | 'purposes-outside-issuer'
  /** Names outside the issuer's name constraints (4.2.1.10). */
  | 'names-outside-issuer'
  /** The issuer's own name, for what is neither a CA nor signs CRLs (4.1.2.6). */
  | 'subject-equals-issuer'
  /** The issuer's own key, in a certificate that is not self-signed. */
  | 'key-equals-issuer'
  /** A key that signs as a CA and that anybody may use, by its policy. */
  | 'policy-unguarded'
  /** A key that can be used with fewer approvals than the profile's quorum. */
  | 'quorum-too-low'
  // Certificate revocation lists.
  /** JSON that is no list of revocations; `path` says where. */
  | 'revocations-malformed'
  /** A CRL number that is not a whole number from 0 to 2^159 - 1, or is not above that of its base (5.2.3, 5.2.4). */
  | 'crl-number-invalid'
  /** A CRL number that is not above that of the CRL before (5.2.3). */
  | 'crl-number-not-above'
  /** A scope that RFC 5280 does not know: see 5.2.4 to 5.2.6. */
  | 'crl-scope-invalid'
  /** An entry that RFC 5280 does not know, or not in this CRL: see 5.3. */
  | 'crl-entry-invalid'
  /** A certificate that is listed twice. */
  | 'crl-entry-repeated'
  /** A certificate of the CRL before that is not listed, though nothing says that it may be left out (3.3). */
  | 'crl-entry-vanished'
  /** The CRL before, which cannot be read; see `cause`. */
  | 'crl-previous-malformed'
  /** A CRL that is not the one before: of another issuer or scope, or not signed by the issuer. */
  | 'crl-previous-foreign'
  /** More entries than readers take. */
  | 'crl-too-large'
  // What is joined with a signature.
  /** Bytes that are not, byte for byte, those that the caller expects. */
  | 'tbs-differs'
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
  // What travels until the signature comes.
  /** JSON that is not a manifest; `path` says where. */
  | 'manifest-malformed'
  /** JSON that is not a pending issuance; `path` says where. */
  | 'pending-malformed'
  /** A pending issuance of which a part does not go with the rest, or with what was stated; `path` says which. */
  | 'pending-altered'
  /** Two pending issuances that are not of one certificate, key and policy; `path` says the first difference. */
  | 'pending-differs'
  /** An approval whose token or approver cannot be read; see `cause`. */
  | 'approval-malformed'
  /** An approval by somebody whom the rule `use` of the policy does not name; `actual` says who. */
  | 'approver-unknown'
  /** An approval of something else: another operation, other bytes, another key; `path` says which, `actual` whose. */
  | 'approval-foreign'
  /** An approval whose signature, or whose timestamp's, does not verify; `actual` says whose. */
  | 'approval-not-verified'
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
  /** What the rules of lint found. */
  readonly findings?: readonly Finding[];
}

/** A certificate that is not made, and why. */
export class IssueError extends Error {
  override readonly name = 'IssueError';
  readonly code: IssueErrorCode;
  readonly path: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  /** Of `lint-failed`: every error that was found, and no others. Else empty. */
  readonly findings: readonly Finding[];

  constructor(code: IssueErrorCode, facts: IssueErrorFacts) {
    super(describe(code, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    this.path = facts.path;
    this.expected = facts.expected;
    this.actual = facts.actual;
    this.findings = facts.findings ?? [];
  }
}

function describe(code: IssueErrorCode, { path, expected, actual, cause }: IssueErrorFacts): string {
  let text = `issue: ${code.replaceAll('-', ' ')} at \`${path}\``;
  if (expected !== undefined) text += `, expected ${expected}`;
  if (actual !== undefined) text += `, found ${actual}`;
  else if (cause instanceof Error) text += `: ${cause.message}`;
  return text;
}
