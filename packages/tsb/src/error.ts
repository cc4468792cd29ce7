/** Why JSON is not the body that it was read as. The list is closed. */
export type TsbErrorCode =
  /** JSON of a body that is not known here at all. */
  | 'body-unrecognised'
  /** Another body than the one asked for, for instance an answer where a request should be; see `expected`, `actual`. */
  | 'body-other'
  /** A member that is missing, or of another type or form than the interface has; `path` says which. */
  | 'body-invalid'
  /** A member that is not base64, strictly. */
  | 'base64-invalid'
  /** A name that is not in the list that the interface has for it. */
  | 'value-unknown'
  /** A policy that cannot be read; see `cause`. */
  | 'policy-invalid'
  /** The CSR in a body, or a CSR or certificate in an answer, is PEM and cannot be read; see `cause`. */
  | 'pem-invalid'
  /** Another CSR beside a body than the one inside it. */
  | 'csr-conflict'
  /** An approval, or a request for tasks, that cannot be read; see `cause`. */
  | 'approval-invalid'
  /** A list with more items than `expected` says. */
  | 'limit-exceeded'
  /**
   * A signature algorithm that is no function of the data, or not known: no certificate can be compared with it. Or one
   * that the interface has no name for.
   */
  | 'algorithm-unsupported'
  /** Another signature algorithm than the one that the bytes to be signed state. */
  | 'algorithm-conflict'
  /** Bytes that are not what is signed of a certificate, a CSR or a CRL; see `cause`. */
  | 'tbs-invalid'
  /** A CSR in DER that cannot be read; see `cause`. */
  | 'csr-invalid'
  /** A value that the broker would paste into a distinguished name as it stands, and that would change it there. */
  | 'name-value-unsafe'
  /** A profile that lacks what a body must have, or has what no body of that kind can come near. */
  | 'profile-not-expressible';

export interface TsbErrorFacts {
  /** The place, for instance `signCertificateRequest.keyUsage[0]`; empty for the whole. */
  readonly path: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly cause?: unknown;
}

/** A body of the REST interface that cannot be read. */
export class TsbError extends Error {
  override readonly name = 'TsbError';
  readonly code: TsbErrorCode;
  readonly path: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;

  constructor(code: TsbErrorCode, facts: TsbErrorFacts) {
    super(describe(code, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    this.path = facts.path;
    this.expected = facts.expected;
    this.actual = facts.actual;
  }
}

function describe(code: TsbErrorCode, facts: TsbErrorFacts): string {
  let text = `${code.replaceAll('-', ' ')} at \`${facts.path === '' ? '(the whole)' : facts.path}\``;
  if (facts.expected !== undefined) text += `, expected ${facts.expected}`;
  if (facts.actual !== undefined) text += `, found ${facts.actual}`;
  if (facts.expected === undefined && facts.cause instanceof Error) text += `: ${facts.cause.message}`;
  return text;
}
