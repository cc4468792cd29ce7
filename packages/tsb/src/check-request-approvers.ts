import { approvalIdentity, displayName, type Policy, PolicyError, RULE_NAMES, type RuleName } from '@quorate/policy';
import type { Finding } from '@quorate/report';
import { checkQuorum } from './check-request-quorum.ts';
import type { RequestStatus } from './request-status.ts';

const REFERENCE = 'SKA.md 3.6';

/**
 * Judges who is named in the three lists of a status, and whether those who approved are enough.
 *
 * @param policy the policy of the key, if it is known
 * @param rule which of its rules the request needs
 */
export function checkApprovers(status: RequestStatus, policy: Policy | null, rule: RuleName): Finding[] {
  const known = policy === null ? null : approverNames(policy);
  const findings = [approversFinding('request.approved-by', 'approvedBy', status.approvedBy, known, status)];
  for (const [id, where] of [
    ['request.not-yet-approved-by', 'notYetApprovedBy'],
    ['request.rejected-by', 'rejectedBy'],
  ] as const) {
    if (status[where].length > 0) findings.push(approversFinding(id, where, status[where], known, status));
  }
  const approved = identitiesOf(status.approvedBy);
  findings.push(...checkContradiction(approved, identitiesOf(status.rejectedBy), known));
  if (policy !== null) findings.push(...checkQuorum(status.status, policy, rule, approved));
  return findings;
}

/** Of the keys that can be read; those that cannot are a failure of their list. */
function identitiesOf(keys: readonly Uint8Array[]): Set<string> {
  return new Set(keys.map(readApprover).flatMap((approver) => ('why' in approver ? [] : [approver.identity])));
}

function checkContradiction(
  approved: ReadonlySet<string>,
  rejected: ReadonlySet<string>,
  known: ReadonlyMap<string, string> | null,
): Finding[] {
  const both = [...approved].filter((identity) => rejected.has(identity));
  if (both.length === 0) return [];
  return [
    {
      id: 'request.approved-and-rejected',
      outcome: 'fail',
      where: 'approvedBy, rejectedBy',
      message: 'one key is named among those who approved and among those who rejected',
      actual: both.map((identity) => approverText(identity, known)).join('; '),
      reference: REFERENCE,
    },
  ];
}

function approversFinding(
  id: string,
  where: 'approvedBy' | 'notYetApprovedBy' | 'rejectedBy',
  keys: readonly Uint8Array[],
  known: ReadonlyMap<string, string> | null,
  status: RequestStatus,
): Finding {
  const approvers = keys.map(readApprover);
  const shown = approvers.map((approver) =>
    'why' in approver ? approver.why : approverText(approver.identity, known),
  );
  const base = { id, where, actual: shown.length === 0 ? 'nobody' : shown.join('; '), reference: REFERENCE };
  if (approvers.some((approver) => 'why' in approver)) {
    return { ...base, outcome: 'fail', message: 'a key that cannot be read' };
  }
  const identities = approvers.flatMap((approver) => ('why' in approver ? [] : [approver.identity]));
  if (known !== null && identities.some((identity) => !known.has(identity))) {
    return { ...base, outcome: 'fail', message: 'a key that the policy does not name' };
  }
  if (new Set(identities).size < identities.length)
    return { ...base, outcome: 'warn', message: 'one key is named twice' };
  if (where !== 'approvedBy') {
    const message = where === 'rejectedBy' ? 'approvers who rejected it' : 'approvers whose approval could still count';
    return { ...base, outcome: 'warn', message };
  }
  if (identities.length === 0 && status.status === 'EXECUTED') {
    return { ...base, outcome: 'warn', message: 'executed, and nobody is named who approved it' };
  }
  return { ...base, outcome: 'pass', message: 'the approvers that the broker names' };
}

type ReadApprover = { readonly identity: string } | { readonly why: string };

function readApprover(publicKey: Uint8Array): ReadApprover {
  try {
    return { identity: approvalIdentity(publicKey) };
  } catch (cause) {
    if (cause instanceof PolicyError) return { why: `(${cause.message})` };
    throw cause;
  }
}

function approverText(identity: string, known: ReadonlyMap<string, string> | null): string {
  if (known === null) return `key ${identity}`;
  const name = known.get(identity);
  return name === undefined ? `key ${identity}, whom the policy does not name` : `${name} (key ${identity})`;
}

/** The names of all approvers in a policy by their identities. A key has the name it has first. */
function approverNames(policy: Policy): Map<string, string> {
  const found = new Map<string, string>();
  const approvers = RULE_NAMES.flatMap((rule) => policy.rules[rule]?.tokens ?? [])
    .flatMap((token) => token.groups ?? [])
    .flatMap((group) => group.approvers);
  for (const { identity, name } of approvers) {
    if (identity === null || found.has(identity)) continue;
    found.set(identity, name === null ? 'an approver without a name' : displayName(name));
  }
  return found;
}
