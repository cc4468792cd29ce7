import { ApprovalError, type ApprovalRequest, readApprovalRequest } from '@quorate/approval';
import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { encodeBase64 } from '@quorate/syntax';
import { IssueError } from '../error.ts';
import { canonicalJson } from '../manifest/canonical-json.ts';
import { inNamedForm, type NamedApprover } from './named-approvers.ts';
import type { PendingApproval } from './pending.ts';

/** An approval in the file: the body of an approval request without its task (SKA.md 3.5). */
export interface ApprovalJson {
  readonly approvalToBeSigned: string;
  readonly signature: string;
  readonly approvalDigestAlgorithm: string;
  readonly approverPublicKey?: string;
  readonly approverCertificate?: string;
}

export const APPROVAL_MEMBERS: readonly string[] = [
  'approvalToBeSigned',
  'signature',
  'approvalDigestAlgorithm',
  'approverPublicKey',
  'approverCertificate',
];

export function approvalJson(approval: PendingApproval): ApprovalJson {
  const { token, signature, digestAlgorithm, approver } = approval;
  const credential = encodeBase64(approver.bytes);
  return {
    approvalToBeSigned: encodeBase64(token.bytes),
    signature: encodeBase64(signature),
    approvalDigestAlgorithm: digestAlgorithm,
    ...(approver.type === 'public_key' ? { approverPublicKey: credential } : { approverCertificate: credential }),
  };
}

/** @throws IssueError `approval-malformed` */
export function readApprovalJson(json: ApprovalJson, path: string): ApprovalRequest {
  try {
    return readApprovalRequest({ id: '', ...json });
  } catch (cause) {
    if (!(cause instanceof ApprovalError)) throw cause;
    throw new IssueError('approval-malformed', {
      path: cause.path === undefined ? path : `${path}.${cause.path}`,
      cause,
    });
  }
}

/**
 * Approvals in their one order, at most one of an approver for a token. Of several (signatures by ECDSA are never the
 * same twice) the one stays that names the approver as the policy does, and of those the one whose JSON sorts first.
 * Choosing so is commutative, associative and idempotent.
 */
export function normalApprovals(
  approvals: readonly PendingApproval[],
  named: ReadonlyMap<string, NamedApprover>,
): readonly PendingApproval[] {
  const chosen = new Map<string, readonly [rank: string, approval: PendingApproval]>();
  for (const approval of approvals) {
    const key = `${hexOf(digest('SHA-256', approval.token.bytes))} ${approval.approver.identity}`;
    const approver = named.get(approval.approver.identity);
    const form = approver === undefined || inNamedForm(approver, approval.approver.bytes) ? 0 : 1;
    const rank = `${form} ${canonicalJson({ ...approvalJson(approval) })}`;
    const other = chosen.get(key);
    const better = other === undefined || rank < other[0] || (rank === other[0] && approval.timestampVerified);
    if (better) chosen.set(key, [rank, approval]);
  }
  return [...chosen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, [, approval]]) => approval);
}
