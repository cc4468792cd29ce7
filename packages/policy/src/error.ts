import { excerpt } from '@quorate/syntax';

/** Why a policy was refused. The list is closed: a `switch` over it can be exhaustive. */
export type PolicyErrorCode =
  /** JSON with other members or types than the form has; a number that is not an integer from 0. */
  | 'shape-invalid'
  /** XML with other elements, attributes or text than a policy has; `cause` says more. */
  | 'xml-invalid'
  /** Bytes that are not the TLV of a policy; `offset` and `cause` say where and why. */
  | 'tlv-invalid'
  /** A count in the binary form that differs from the number of elements behind it. */
  | 'count-mismatch'
  /** An approver of a type that is none of the three. */
  | 'type-unknown'
  /** An approver without the value (or the name) that its type demands. */
  | 'value-missing'
  | 'name-missing'
  /** An approver with a value, where its type has none. */
  | 'value-unexpected'
  /** Text that is not base64, strictly. */
  | 'base64-invalid'
  /** A public key that is malformed or cannot be a key, as a point off its curve; see `cause`. */
  | 'key-invalid'
  /** A certificate that cannot be read; see `cause`. */
  | 'certificate-invalid'
  /** More tokens, groups and approvers than fit `limit` bytes even in the tersest form. */
  | 'limit-exceeded'
  /** A null rule, `tokens: null` or `groups: null` where the form has no such thing: `resolvePolicy` comes first. */
  | 'unresolved'
  /** No key status where the form demands one. */
  | 'key-status-missing'
  /** A time that is not whole minutes, which are the binary form's unit. */
  | 'time-not-whole-minutes'
  /** A number beyond what the form can carry; `limit`. */
  | 'number-too-large'
  /** A value, rule or policy of more bytes than `limit`: lengths in the binary form are 16 bits. */
  | 'size-exceeded'
  /** An onboarded approver, whose certificate only the server knows. */
  | 'approver-not-encodable'
  /** A certificate approver in the binary form, whose element type nobody has published (SKA.md 5.2). */
  | 'certificate-element-unknown'
  /** A name with control characters, invisible marks or marks that change the direction of text, or beyond the format's limit. */
  | 'name-invalid'
  /** A quorum that is not an integer from 1. */
  | 'quorum-invalid'
  /** A quorum of more approvers than the group has distinct keys. */
  | 'quorum-unreachable'
  /** One key twice in a group, in whatever form. */
  | 'duplicate-key'
  /** A time that is not an integer from 0, in seconds. */
  | 'time-invalid'
  /** A timelock above the timeout: the window never opens. */
  | 'window-inverted'
  /** In policy tests: a name or reference that nobody in the policy has, or that several have. */
  | 'person-unknown'
  | 'person-ambiguous'
  /** A rule that lets everybody do the operation, without permission to build one. */
  | 'unguarded'
  /** A people map with a team that contains itself. */
  | 'people-cyclic'
  /** A people map that is not one: a member of a team that is neither person nor team, a name for both. */
  | 'people-invalid';

/** The facts that go with a {@link PolicyError}. */
export interface PolicyErrorFacts {
  /** The place: in JSON and XML as the document has it, else for instance `use.tokens[0].groups[1]`; empty for the whole. */
  readonly path: string;
  /** What should stand there, in words. */
  readonly expected?: string;
  /** What stands there. */
  readonly actual?: string;
  readonly limit?: number;
  /** In the binary form: index into the bytes given. */
  readonly offset?: number;
  /** In XML, from 1. */
  readonly line?: number;
  /** The error of a lower layer. */
  readonly cause?: unknown;
}

/** A policy that cannot be read, written or built. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: PolicyErrorCode;
  readonly path: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  readonly limit: number | undefined;
  readonly offset: number | undefined;
  readonly line: number | undefined;

  constructor(code: PolicyErrorCode, facts: PolicyErrorFacts) {
    super(describe(code, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    this.path = facts.path;
    this.expected = facts.expected;
    this.actual = facts.actual;
    this.limit = facts.limit;
    this.offset = facts.offset;
    this.line = facts.line;
  }
}

function describe(code: PolicyErrorCode, facts: PolicyErrorFacts): string {
  let text = `policy: ${code.replaceAll('-', ' ')} at \`${facts.path === '' ? '(the whole)' : excerpt(facts.path, 200)}\``;
  if (facts.expected === undefined && facts.actual === undefined && facts.cause instanceof Error) {
    return `${text}: ${facts.cause.message}`;
  }
  if (facts.line !== undefined) text += ` (line ${facts.line})`;
  if (facts.offset !== undefined) text += ` (byte ${facts.offset})`;
  if (facts.expected !== undefined) text += `, expected ${facts.expected}`;
  if (facts.actual !== undefined) text += `, found ${facts.actual}`;
  if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
  return text;
}
