import { nextStep } from './next-step.ts';
import { demandSealed, type PendingIssuance } from './pending.ts';
import type { PendingStatus } from './pending-status.ts';
import { requirementOf, roundsOf } from './round.ts';
import { statusNotices } from './status-notices.ts';

export interface StatusOptions {
  /** Seconds since 1970-01-01T00:00:00Z, whole. Nothing here reads a clock. */
  readonly time: number;
}

/**
 * The status of a pending issuance at a time. Whether a rule is satisfied is `evaluateRule`'s answer; beyond that, an
 * approval without timestamp counts for alternatives without timelock and timeout alone (SKA.md 2.3), approvals with
 * different timestamps are never counted together, and before its timestamp nothing has a window.
 *
 * @throws TypeError when the time is not a whole number of seconds from 1970 on, or for a pending issuance that was put
 *   together elsewhere
 */
export function pendingStatus(pending: PendingIssuance, options: StatusOptions): PendingStatus {
  demandSealed(pending);
  const { time } = options;
  if (!Number.isSafeInteger(time) || time < 0) throw new TypeError('`time` is a whole number of seconds, from 0');
  const { policy, certificate } = pending;
  const rounds = roundsOf(pending, time);
  const status = {
    signed: certificate !== null,
    satisfied: rounds.some((round) => round.satisfied),
    requirement: requirementOf(policy),
    blocked: policy?.blocked ?? null,
    rounds,
  };
  return { ...status, next: nextStep(status), notices: statusNotices(pending, time, rounds) };
}
