import { DerError } from '@quorate/der';

/** Why bytes are not the X.509 object that they were read as. */
export type X509ErrorCode =
  /** Not strict DER, or not the structure of RFC 5280; `offset` and `cause` say where and why. */
  | 'malformed'
  /** A version number other than v1, v2 and v3, v1 spelled out, or fields that the version does not have (4.1.2.1). */
  | 'version-invalid'
  /** The signature algorithm inside the signed part differs from the one outside (4.1.1.2). */
  | 'algorithm-mismatch'
  /** One extension twice (4.2). */
  | 'extension-repeated'
  /** More bytes, extensions or name attributes than `limit`. */
  | 'limit-exceeded';

export interface X509ErrorFacts {
  /** Index into the bytes given. */
  readonly offset: number;
  readonly limit?: number;
  readonly cause?: unknown;
}

/** Bytes that are not a certificate as RFC 5280 writes it. */
export class X509Error extends Error {
  override readonly name = 'X509Error';
  readonly code: X509ErrorCode;
  readonly offset: number;
  readonly limit: number | undefined;

  constructor(code: X509ErrorCode, facts: X509ErrorFacts) {
    const limit = facts.limit === undefined ? '' : `, the limit is ${facts.limit}`;
    const cause = facts.cause instanceof DerError ? `: ${facts.cause.message}` : ` at byte ${facts.offset}`;
    super(`certificate: ${code.replaceAll('-', ' ')}${cause}${limit}`, { cause: facts.cause });
    this.code = code;
    this.offset = facts.offset;
    this.limit = facts.limit;
  }
}

/** Runs a reader and turns what the DER room throws into this room's error. */
export function wrapDer<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof DerError) throw new X509Error('malformed', { offset: cause.offset, cause });
    throw cause;
  }
}
