/**
 * What one check found.
 *
 * - `pass`: made, and the answer is good.
 * - `fail`: made, and the answer is bad.
 * - `warn`: nothing is wrong by the rules, and a careful reader should know it all the same.
 * - `not-checked`: required, and could not be made.
 */
export type Outcome = 'pass' | 'fail' | 'warn' | 'not-checked';

/** The object that a finding is about, where a report is about several. */
export interface FindingObject {
  /** What it is, in a word or two: `certificate`, `CRL`, `OCSP response`. */
  readonly kind: string;
  /** What it is called: a subject, an issuer. */
  readonly name: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
}

/** A stretch of an object's bytes: from `start` up to but not including `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One line of a report. The texts are lower case, without a full stop, in plain words. */
export interface Finding {
  /** Stable name of the check, for instance `approval.signature`. */
  readonly id: string;
  readonly outcome: Outcome;
  /** The place: a field path, an element, a certificate's subject. */
  readonly where: string;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** Where the rule stands: an RFC section, or a section of the SKA reference. */
  readonly reference?: string;
  readonly object?: FindingObject;
  /** Where in the DER of `object`, or of the one object of the report, the cause stands. */
  readonly bytes?: ByteRange;
  /** What to do next. */
  readonly action?: string;
}
