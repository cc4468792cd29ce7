import { CryptoError } from '@quorate/crypto';
import { DerError } from '@quorate/der';
import { X509Error } from '@quorate/x509';

/** Why a field of an object cannot be given to a rule. */
export type LintErrorCode =
  /** The bytes of the field are not what they should be; `cause` says why. */
  | 'unreadable'
  /** The object ends before the field, or the field is not where it should stand. */
  | 'missing'
  /** More items than `limit`. */
  | 'limit-exceeded';

export interface LintErrorFacts {
  /** The field in the words of its standard, for instance `tbsCertificate.validity`. */
  readonly field: string;
  readonly limit?: number;
  readonly cause?: unknown;
}

/** A field that a rule asked for cannot be read. The runner turns it into the status `could-not-run`. */
export class LintError extends Error {
  override readonly name = 'LintError';
  readonly code: LintErrorCode;
  readonly field: string;
  readonly limit: number | undefined;

  constructor(code: LintErrorCode, facts: LintErrorFacts) {
    super(describe(code, facts), { cause: facts.cause });
    this.code = code;
    this.field = facts.field;
    this.limit = facts.limit;
  }
}

function describe(code: LintErrorCode, { field, limit, cause }: LintErrorFacts): string {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  const bound = limit === undefined ? '' : `, the limit is ${limit}`;
  return `${field}: ${code.replaceAll('-', ' ')}${why}${bound}`;
}

/**
 * Reads a field once, when it is first asked for, and remembers the value or the error.
 *
 * @returns a function that gives the value, or throws the LintError, the same each time
 */
export function once<T>(field: string, read: () => T): () => T {
  let kept: { readonly value: T | LintError } | null = null;
  return () => {
    kept ??= { value: attempt(field, read) };
    if (kept.value instanceof LintError) throw kept.value;
    return kept.value;
  };
}

/** The value of a field, or why it cannot be read. */
export function attempt<T>(field: string, read: () => T): T | LintError {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof LintError) return cause;
    if (isReadError(cause)) return new LintError('unreadable', { field, cause });
    throw cause;
  }
}

/** Whether an error says that bytes cannot be read: this room's, or that of a reader below it. */
export function isReadError(error: unknown): error is LintError | DerError | X509Error | CryptoError {
  return (
    error instanceof LintError ||
    error instanceof DerError ||
    error instanceof X509Error ||
    error instanceof CryptoError
  );
}
