import { excerpt } from '@quorate/syntax';

/** Why a text is not a policy, or a policy cannot be written as text. The list is closed. */
export type PolicyTextErrorCode =
  /** More characters, lexemes or bytes than `limit`. */
  | 'limit-exceeded'
  /** A character that has no place there: a tab outside indentation is fine, an invisible mark is not. */
  | 'character-invalid'
  /** A quotation without its end on the same line. */
  | 'quote-not-closed'
  /** A `\` with something behind it that is no escape. */
  | 'escape-invalid'
  /** A line that is indented where a statement must begin, at the margin. */
  | 'indentation-invalid'
  /** A word or sign other than the grammar has in this place. */
  | 'word-unexpected'
  /** A number with leading zeros, or beyond 9007199254740991. */
  | 'number-invalid'
  /** A span of time without or with an unknown unit, zero, or with units out of order. */
  | 'duration-invalid'
  /** A window that ends before it opens, without the remark `(never)`; or the remark where it does not belong. */
  | 'window-inverted'
  /** An approver that no statement introduces. */
  | 'approver-unknown'
  /** An approver that no rule uses: it would vanish. */
  | 'approver-unused'
  /** Two statements for one thing. */
  | 'repeated'
  /** A rule that is not there: left out, it would let everybody act. */
  | 'rule-missing'
  /** An onboarded approver without a name. */
  | 'name-missing'
  | 'base64-invalid'
  /** Bytes that are no public key, or cannot be one; see `cause`. */
  | 'key-invalid'
  | 'certificate-invalid'
  /** A file that was not given. */
  | 'file-missing'
  /** A file that is not what the statement says: one PEM block of that kind, or DER. */
  | 'file-invalid'
  /** A policy, to be written, with values that no policy in this form can have; `path` says where. */
  | 'not-representable';

/** The facts that go with a {@link PolicyTextError}. */
export interface PolicyTextErrorFacts {
  /** From 1. Absent when a policy cannot be written. */
  readonly line?: number | undefined;
  /** From 1, in characters. */
  readonly column?: number | undefined;
  /** The place in a policy that cannot be written, for instance `use.tokens[0].timelock`. */
  readonly path?: string | undefined;
  /** What should stand there, in words. */
  readonly expected?: string | undefined;
  /** What stands there. */
  readonly actual?: string | undefined;
  /** What was probably meant, or what to do. */
  readonly suggestion?: string | undefined;
  readonly limit?: number | undefined;
  /** The error of a lower layer. */
  readonly cause?: unknown;
}

/** A text that is no policy, with the place and, where one is likely, the mend; or a policy that no text can carry. */
export class PolicyTextError extends Error {
  override readonly name = 'PolicyTextError';
  readonly code: PolicyTextErrorCode;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly path: string | undefined;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  readonly suggestion: string | undefined;
  readonly limit: number | undefined;

  constructor(code: PolicyTextErrorCode, facts: PolicyTextErrorFacts) {
    super(describe(code, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    this.line = facts.line;
    this.column = facts.column;
    this.path = facts.path;
    this.expected = facts.expected;
    this.actual = facts.actual;
    this.suggestion = facts.suggestion;
    this.limit = facts.limit;
  }
}

function describe(code: PolicyTextErrorCode, facts: PolicyTextErrorFacts): string {
  let text = `policy text: ${code.replaceAll('-', ' ')}`;
  if (facts.line !== undefined) text += ` at line ${facts.line}, column ${facts.column ?? 1}`;
  if (facts.path !== undefined) text += ` at \`${excerpt(facts.path === '' ? '(the whole)' : facts.path, 200)}\``;
  if (facts.expected !== undefined) text += `, expected ${facts.expected}`;
  if (facts.actual !== undefined) text += `, found ${facts.actual}`;
  if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
  if (facts.expected === undefined && facts.actual === undefined && facts.cause instanceof Error) {
    text += `: ${facts.cause.message}`;
  }
  return facts.suggestion === undefined ? text : `${text}; ${facts.suggestion}`;
}
