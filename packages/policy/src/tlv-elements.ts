import type { RuleName } from './policy.ts';

/** Element types of the binary form (SKA.md 5.2). */
export const Element = {
  APPROVER_COUNT: 0x0003,
  /** Twice in a row: timelock, then timeout, in minutes. */
  TIME: 0x0055,
  TOKEN_COUNT: 0x0059,
  GROUP_COUNT: 0x005a,
  QUORUM: 0x005b,
  NAME: 0x1002,
  PUBLIC_KEY: 0x1052,
  /** Not published: guessed from a gap in the numbering (SKA.md 5.2, 10 question 3). */
  CERTIFICATE_GUESSED: 0x1053,
} as const;

/** The element of each rule, in their order. */
export const RULE_ELEMENTS: Readonly<Record<RuleName, number>> = {
  use: 0x104e,
  block: 0x104f,
  unblock: 0x1050,
  modify: 0x1051,
};

export interface PolicyTlvOptions {
  /**
   * What to do with certificate approvers, whose element type nobody has published. `refuse`, the default: an error
   * `certificate-element-unknown`. `guessed`: element 0x1053. No HSM was seen to write or take it.
   */
  readonly certificateElement?: 'refuse' | 'guessed';
}
