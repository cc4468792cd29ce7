/** A reason for a revocation, by its name in RFC 5280, 5.3.1. */
export type CrlReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'removeFromCRL'
  | 'privilegeWithdrawn'
  | 'aACompromise';

/** By their numbers; 7 is not used. */
const REASONS: readonly (CrlReason | null)[] = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  null,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
];

/** A reason code holds one octet in RFC 5280; a number beyond this one is nobody's. */
export const MAX_REASON_CODE = 127;

/** The name of a CRLReason by its number, or `null` for those that RFC 5280 does not have. */
export function crlReasonName(code: number): CrlReason | null {
  return REASONS[code] ?? null;
}
