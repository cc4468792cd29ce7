import type { ApprovalRequest } from '@quorate/approval';
import type { Report } from '@quorate/report';
import { IssueError } from '../error.ts';
import { namedApprovers } from './named-approvers.ts';
import { demandSealed, MAX_APPROVALS, type PendingApproval, type PendingIssuance, seal } from './pending.ts';
import { normalApprovals } from './pending-approval.ts';
import { type ApprovalOptions, verifyPendingApproval } from './verify-approval.ts';

/** A pending issuance with one approval more, and what was found about that. */
export interface AddedApproval {
  readonly pending: PendingIssuance;
  readonly report: Report;
}

/**
 * Adds an approval, once it is verified: the approver is one whom the policy names for `use`, the token is for `use`, its
 * payload is this TBS, its key label is this key's, and the signatures verify. One that is there already changes nothing.
 *
 * @param request as `readApprovalRequest` of the approval room reads it; its task counts for nothing here
 * @throws IssueError `approval-malformed`, `approver-unknown`, `approval-foreign`, `approval-not-verified`, each with the
 *   approver's name; `pending-malformed` for too many
 * @throws TypeError for a pending issuance that was put together elsewhere
 */
export function addApproval(
  pending: PendingIssuance,
  request: Omit<ApprovalRequest, 'id'>,
  options: ApprovalOptions = {},
): AddedApproval {
  demandSealed(pending);
  const named = namedApprovers(pending.policy, pending.onboarded);
  const { approval, report } = verifyPendingApproval(pending, named, request, options, 'approval');
  return { pending: withApprovals(pending, [approval]), report };
}

/** With approvals more, which have been verified. */
export function withApprovals(pending: PendingIssuance, more: readonly PendingApproval[]): PendingIssuance {
  const named = namedApprovers(pending.policy, pending.onboarded);
  const approvals = normalApprovals([...pending.approvals, ...more], named);
  if (approvals.length > MAX_APPROVALS) {
    const [expected, actual] = [`at most ${MAX_APPROVALS}`, `${approvals.length}`];
    throw new IssueError('pending-malformed', { path: 'approvals', expected, actual });
  }
  return seal({ ...pending, approvals });
}
