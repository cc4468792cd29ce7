import type { ReasonFlag } from '@quorate/x509';

/** The reasons that a set of CRLs must cover together: those of ReasonFlags but `unused` (RFC 5280, 6.3.2 (a)). */
const REASONS: readonly ReasonFlag[] = [
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
];

/** A set of reasons: bit i stands for the i-th of them. */
export type ReasonSet = number;

export const NO_REASONS: ReasonSet = 0;
/** all-reasons (6.3.2 (a)). */
export const ALL_REASONS: ReasonSet = 2 ** REASONS.length - 1;

/** The set of some flags; `null` stands for all. */
export function reasonSet(flags: readonly ReasonFlag[] | null): ReasonSet {
  if (flags === null) return ALL_REASONS;
  return flags.reduce((set, flag) => {
    const at = REASONS.indexOf(flag);
    return at < 0 ? set : set | (1 << at);
  }, NO_REASONS);
}

/** The names of a set, for people. */
export function reasonsText(set: ReasonSet): string {
  return REASONS.filter((_, i) => (set & (1 << i)) !== 0).join(', ');
}
