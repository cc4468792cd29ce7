/**
 * The refusals that a profile can lift, in writing. They are about how a certificate stands to others, where practice
 * knows exceptions: dates beyond the issuer's (the chain model), purposes beyond the issuer's (RFC 5280 does not nest
 * them), a key that is the issuer's own, and a key policy that is weaker than a CA key's should be (a rehearsal).
 *
 * All other codes stand for what the standards forbid in so many words, what no verifier takes, or what endangers others
 * than the holder; those are never lifted.
 */
export type AllowableCode =
  | 'validity-outside-issuer'
  | 'purposes-outside-issuer'
  | 'key-equals-issuer'
  | 'policy-unguarded'
  | 'quorum-too-low';

export const allowableCodes: readonly AllowableCode[] = [
  'validity-outside-issuer',
  'purposes-outside-issuer',
  'key-equals-issuer',
  'policy-unguarded',
  'quorum-too-low',
];

/** One refusal that is lifted. */
export interface Allowance {
  readonly code: AllowableCode;
  /** Why, for whoever reads the profile or the report: at least one character. */
  readonly because: string;
}
