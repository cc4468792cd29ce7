/** Why bytes are not an attestation. */
export type AttestationErrorCode =
  /** Not UTF-8; `cause` has the byte. */
  | 'not-utf-8'
  /** Not XML, or XML with what is refused in it; `cause` has line and reason. */
  | 'not-xml'
  /** XML of another structure than the HSM writes (SKA.md 6.2); `path` and `cause` say where and what. */
  | 'structure-invalid'
  /** The `policy` element is not a policy; `cause` is the policy room's error. */
  | 'policy-invalid'
  /** A certificate of the chain cannot be read; `path` says which, `cause` why. */
  | 'certificate-invalid'
  /** The attestation key cannot be read; see `cause`. */
  | 'key-invalid'
  /** More bytes than `limit`. */
  | 'input-too-large';

export interface AttestationErrorFacts {
  /** Element names from the root, joined by `/`. */
  readonly path?: string;
  /** Counts from 1. */
  readonly line?: number;
  readonly limit?: number;
  readonly cause?: unknown;
}

/** Bytes that are not an attestation XML. */
export class AttestationError extends Error {
  override readonly name = 'AttestationError';
  readonly code: AttestationErrorCode;
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly limit: number | undefined;

  constructor(code: AttestationErrorCode, facts: AttestationErrorFacts = {}) {
    const limit = facts.limit === undefined ? '' : `, the limit is ${facts.limit}`;
    const what = facts.cause instanceof Error ? facts.cause.message : code.replaceAll('-', ' ');
    super(`attestation: ${what}${limit}`, { cause: facts.cause });
    this.code = code;
    this.path = facts.path;
    this.line = facts.line;
    this.limit = facts.limit;
  }
}
