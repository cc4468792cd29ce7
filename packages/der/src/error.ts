/**
 * Why a byte string is not the DER it was read as. The list is closed: a `switch` over it can be exhaustive.
 * Sections are those of ITU-T X.690 (02/2021).
 */
export type DerErrorCode =
  /** The input, or the element that holds this one, ends before the element does. */
  | 'truncated'
  /** Bytes are left over after the last element that was expected. */
  | 'trailing-bytes'
  /** A length in more octets than it needs (10.1). */
  | 'length-not-minimal'
  /** Indefinite length, which DER forbids (10.1), or the reserved first length octet FF (8.1.3.5 c). */
  | 'length-indefinite'
  /** A length of five or more octets: more than any input this reader accepts. */
  | 'length-too-large'
  /** A tag number below 31 in the long form, or a long form that starts with a zero digit (8.1.2). */
  | 'tag-not-minimal'
  /** A tag number above 16,383. */
  | 'tag-too-large'
  /** Another tag than the one expected; `expected` and `actual` say which. */
  | 'unexpected-tag'
  /** An element was expected where the enclosing one ends. */
  | 'element-missing'
  /** A string type in constructed form, a SEQUENCE or SET in primitive form (10.2), or an end-of-contents mark (8.1.5). */
  | 'form-invalid'
  /** Deeper nesting than `limit` allows. */
  | 'depth-exceeded'
  /** More bytes than `limit` allows. */
  | 'input-too-large'
  /** A BOOLEAN that is not one octet of 00 or FF (11.1). */
  | 'boolean-invalid'
  /** An INTEGER or ENUMERATED with no content or with a superfluous leading octet (8.3.2). */
  | 'integer-not-minimal'
  /** An INTEGER outside the range asked for, or longer than a value of it may be. */
  | 'integer-out-of-range'
  /** A NULL with content (8.8.2). */
  | 'null-invalid'
  /** An OBJECT IDENTIFIER that is empty, ends inside an arc, pads an arc (8.19), or is longer than `limit` octets. */
  | 'oid-invalid'
  /**
   * A BIT STRING without its first octet, with more than 7 unused bits, or with unused bits set (8.6, 11.2.1); one that
   * is not whole octets where it must be; a named bit list longer than `limit` octets.
   */
  | 'bit-string-invalid'
  /** A named bit list that keeps trailing zero bits (11.2.2). */
  | 'named-bits-not-trimmed'
  /** A SET OF whose elements are not in ascending order (11.6), or that has one twice. */
  | 'set-not-sorted'
  /** A character that the string type does not have, or ill-formed UTF-8, UTF-16 or UTF-32. */
  | 'string-invalid'
  /** A UTCTime or GeneralizedTime that is not a time to the second ending in Z (RFC 5280, 4.1.2.5). */
  | 'time-invalid';

/** The facts that go with a {@link DerError}. */
export interface DerErrorFacts {
  /** Index into the bytes that were given to the reader, of the octet where the fault was seen. */
  readonly offset: number;
  /** The tag expected, as one number (see {@link Tag}); with `unexpected-tag` and `element-missing`. */
  readonly expected?: number;
  /** The tag found, with `unexpected-tag`. */
  readonly actual?: number;
  /** The bound that was passed, of levels, bytes or octets. */
  readonly limit?: number;
}

/** Bytes that are not strict DER, or not the DER that was expected. */
export class DerError extends Error {
  override readonly name = 'DerError';
  readonly code: DerErrorCode;
  readonly offset: number;
  readonly expected: number | undefined;
  readonly actual: number | undefined;
  readonly limit: number | undefined;

  constructor(code: DerErrorCode, facts: DerErrorFacts) {
    super(describe(code, facts));
    this.code = code;
    this.offset = facts.offset;
    this.expected = facts.expected;
    this.actual = facts.actual;
    this.limit = facts.limit;
  }
}

function describe(code: DerErrorCode, facts: DerErrorFacts): string {
  let text = `${code.replaceAll('-', ' ')} at byte ${facts.offset}`;
  if (facts.expected !== undefined) text += `, expected tag ${hex(facts.expected)}`;
  if (facts.actual !== undefined) text += `, found tag ${hex(facts.actual)}`;
  if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
  return text;
}

function hex(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`;
}
