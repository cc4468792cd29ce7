import { DerError } from '@quorate/der';

/** Why bytes are not the X.509 object that they were read as. Sections are those of RFC 5280. */
export type X509ErrorCode =
  /** Not strict DER, or not the structure of the standard; `offset` and `cause` say where and why. */
  | 'malformed'
  /**
   * A version number that the object does not have, the default version spelled out, or fields that the version does not
   * have (4.1.2.1).
   */
  | 'version-invalid'
  /** The signature algorithm inside the signed part differs from the one outside (4.1.1.2). */
  | 'algorithm-mismatch'
  /** One extension twice (4.2). */
  | 'extension-repeated'
  /** More bytes, extensions, name attributes or list items than `limit`. */
  | 'limit-exceeded'
  /** A list without an item, a set of usages without a bit, or a structure without any of its optional fields. */
  | 'empty'
  /**
   * A field without the one that must stand beside it: authorityCertIssuer and its serial number (4.2.1.1), reasons and
   * the point or issuer that they are about (4.2.1.13).
   */
  | 'field-missing'
  /**
   * An iPAddress that is not 4 or 16 octets (4.2.1.6), or in name constraints not 8 or 32, or with a hole in its mask
   * (4.2.1.10).
   */
  | 'address-invalid'
  /** A minimum or maximum in name constraints; only minimum 0, left out, has a meaning (4.2.1.10). */
  | 'distance-invalid'
  /** One certificate policy twice (4.2.1.4). */
  | 'policy-repeated'
  /** The extension request of a certification request twice, or with several values (RFC 2985, 5.4.2). */
  | 'request-repeated'
  /** A CRL number that is negative or longer than 20 octets (5.2.3, 5.2.4). */
  | 'number-invalid';

/** What was read. */
export type X509Object = 'certificate' | 'certification request' | 'name' | 'certificate list' | 'OCSP response';

export interface X509ErrorFacts {
  /** Index into the bytes given; with `extension`, into the value of that extension. */
  readonly offset: number;
  readonly limit?: number;
  readonly cause?: unknown;
  /** What was read; a certificate if not said. */
  readonly object?: X509Object;
  /** The extension whose value is at fault: its name in RFC 5280, see `extensionName`. */
  readonly extension?: string;
}

/** Bytes that are not the X.509 object that they were read as, by RFC 5280, RFC 2986 and RFC 6960. */
export class X509Error extends Error {
  override readonly name = 'X509Error';
  readonly code: X509ErrorCode;
  readonly offset: number;
  readonly limit: number | undefined;
  readonly object: X509Object;
  readonly extension: string | undefined;

  constructor(code: X509ErrorCode, facts: X509ErrorFacts) {
    super(describe(code, facts), { cause: facts.cause });
    this.code = code;
    this.offset = facts.offset;
    this.limit = facts.limit;
    this.object = facts.object ?? 'certificate';
    this.extension = facts.extension;
  }
}

function describe(code: X509ErrorCode, facts: X509ErrorFacts): string {
  const place = facts.extension === undefined ? '' : ` in the value of extension ${facts.extension}:`;
  const cause = facts.cause instanceof DerError ? `: ${facts.cause.message}` : ` at byte ${facts.offset}`;
  const limit = facts.limit === undefined ? '' : `, the limit is ${facts.limit}`;
  return `${facts.object ?? 'certificate'}:${place} ${code.replaceAll('-', ' ')}${cause}${limit}`;
}

/**
 * Runs a reader of this object, or of one extension in it, and turns what the DER room throws into this room's error.
 *
 * @throws X509Error that names the object and the extension
 */
export function reading<T>(object: X509Object, extension: string | null, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const place = extension === null ? { object } : { object, extension };
    if (cause instanceof DerError) {
      const { offset } = cause;
      if (cause.code !== 'input-too-large' || cause.limit === undefined) {
        throw new X509Error('malformed', { offset, cause, ...place });
      }
      throw new X509Error('limit-exceeded', { offset, limit: cause.limit, ...place });
    }
    if (!(cause instanceof X509Error)) throw cause;
    const limit = cause.limit === undefined ? {} : { limit: cause.limit };
    throw new X509Error(cause.code, { offset: cause.offset, cause: cause.cause, ...limit, ...place });
  }
}
