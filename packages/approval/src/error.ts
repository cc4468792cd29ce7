/** Why bytes or a body are not what they were read as. */
export type ApprovalErrorCode =
  /** Not the TLV of an approval token (SKA.md 5.1, 5.3): lengths, padding, order; `cause` says which, `offset` where. */
  | 'token-malformed'
  /** An operation code other than 1 to 4 (SKA.md 5.4). */
  | 'operation-unknown'
  /** The payload inside the timestamp differs from the payload behind it: the HSM would refuse it (SKA.md 4.1). */
  | 'payload-mismatch'
  /** A time beyond the year 9999. */
  | 'time-invalid'
  /** The timestamp's signature is not an algorithm and a BIT STRING, or of an unknown algorithm; see `cause`. */
  | 'signature-malformed'
  /** The policy in a modify token is not a policy; `path` and `cause` say where and why. */
  | 'policy-invalid'
  /** More bytes than `limit`. */
  | 'input-too-large'
  /** A JSON body of another shape than the REST API takes; `path` says where. */
  | 'body-invalid'
  /** The key or certificate of an approver cannot be read; `path` and `cause` say where and why. */
  | 'approver-invalid'
  /** A signer returned a signature that does not verify under the approver's key. */
  | 'signature-invalid'
  /** A digest name that does not go with the approver's key; `path` says where. */
  | 'digest-invalid';

export interface ApprovalErrorFacts {
  /** Index into the token. */
  readonly offset?: number;
  /** Place in a body, or in a policy. */
  readonly path?: string;
  readonly actual?: number;
  readonly limit?: number;
  readonly cause?: unknown;
}

/** A token or body that is not well-formed. */
export class ApprovalError extends Error {
  override readonly name = 'ApprovalError';
  readonly code: ApprovalErrorCode;
  readonly offset: number | undefined;
  readonly path: string | undefined;
  readonly actual: number | undefined;
  readonly limit: number | undefined;

  constructor(code: ApprovalErrorCode, facts: ApprovalErrorFacts = {}) {
    let text = code.replaceAll('-', ' ');
    if (facts.cause instanceof Error) text += `: ${facts.cause.message}`;
    else if (facts.offset !== undefined) text += ` at byte ${facts.offset}`;
    else if (facts.path !== undefined) text += ` in \`${facts.path}\``;
    if (facts.actual !== undefined) text += `, found ${facts.actual}`;
    if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
    super(text, { cause: facts.cause });
    this.code = code;
    this.offset = facts.offset;
    this.path = facts.path;
    this.actual = facts.actual;
    this.limit = facts.limit;
  }
}
