import type { Finding } from '@quorate/report';
import type { Requirement, Round } from './round.ts';

/** How far an issuance is: who has approved, who is missing under which alternative, and until when. */
export interface PendingStatus {
  /** Whether the certificate is made. */
  readonly signed: boolean;
  /** Whether the approvals satisfy the rule `use` at this time. Says nothing of a key that is blocked. */
  readonly satisfied: boolean;
  readonly requirement: Requirement;
  /** Whether the policy as given says that the key is blocked; `null` when it does not say. */
  readonly blocked: boolean | null;
  /**
   * The approvals, apart by what they can count for together: one payload and one timestamp of the HSM. The most
   * promising first; at least one, which has no approvals when there are none.
   */
  readonly rounds: readonly Round[];
  /** What to do next, in words. */
  readonly next: string;
  /** What a careful reader should know. */
  readonly notices: readonly Finding[];
}
