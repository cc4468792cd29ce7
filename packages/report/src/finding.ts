/**
 * What one check found.
 *
 * - `pass`: made, and the answer is good.
 * - `fail`: made, and the answer is bad.
 * - `warn`: nothing is wrong by the rules, and a careful reader should know it all the same.
 * - `not-checked`: required, and could not be made.
 */
export type Outcome = 'pass' | 'fail' | 'warn' | 'not-checked';

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
}
