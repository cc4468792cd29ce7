import { IssueError } from '../error.ts';
import { withApprovals } from './add-approval.ts';
import { withSigned } from './add-signature.ts';
import { jsonDifference } from './json-difference.ts';
import { demandSealed, type PendingIssuance } from './pending.ts';
import { fixedJson } from './pending-json.ts';

/**
 * Joins two copies of one pending issuance: all approvals of both, all signatures of both. Commutative, associative and
 * idempotent, down to the bytes that `writePending` gives. Of two approvals by one approver of one token the same one
 * stays, whichever copy had it; different signatures that both verify all stay, and the certificate is that of the first
 * in the order of octets.
 *
 * @throws IssueError `pending-differs` when they are not of one manifest, policy, key label and onboarded approvers, with
 *   the first difference: `expected` of the first copy, `actual` of the second; `pending-malformed` when the two together
 *   have too much
 * @throws TypeError for a pending issuance that was put together elsewhere
 */
export function mergePending(a: PendingIssuance, b: PendingIssuance): PendingIssuance {
  demandSealed(a);
  demandSealed(b);
  if (a.identity !== b.identity) throw differing(a, b);
  return withSigned(withApprovals(a, b.approvals), b);
}

function differing(a: PendingIssuance, b: PendingIssuance): IssueError {
  const [fixedA, fixedB] = [fixedJson(a), fixedJson(b)];
  for (const part of ['manifest', 'policy', 'keyLabel', 'onboarded'] as const) {
    const difference = jsonDifference(fixedA[part], fixedB[part], part);
    if (difference === null) continue;
    const { path, a: expected, b: actual } = difference;
    return new IssueError('pending-differs', { path, expected, actual });
  }
  const [expected, actual] = [`SHA-256 ${a.digests.tbs}`, `SHA-256 ${b.digests.tbs}`];
  return new IssueError('pending-differs', { path: 'tbs', expected, actual });
}
