import { hexOf, sameBytes } from '@quorate/der';
import { approvalIdentity, evaluateRule, meaningOf, type Policy } from '@quorate/policy';
import { type Alternative, alternativesOf } from './alternative.ts';
import type { PendingApproval, PendingIssuance } from './pending.ts';

/**
 * What the rule `use` asks for by itself.
 *
 * - `no-policy`: nothing: an ordinary key. `nobody`: nothing: everybody may use the key.
 * - `approvals`: that one of its alternatives is satisfied. `never`: what cannot be: it has no alternatives.
 */
export type Requirement = 'no-policy' | 'nobody' | 'approvals' | 'never';

/** Approvals that can count together: of one payload, with one timestamp or none. */
export interface Round {
  /** When the HSM was asked, seconds since 1970-01-01T00:00:00Z; `null` without timestamp. */
  readonly timestamp: number | null;
  /** What was approved: the TBS, or its digest. */
  readonly payload: 'tbs' | 'digest';
  /** Seconds since the timestamp; `null` without timestamp, and before it. */
  readonly elapsed: number | null;
  readonly approvals: readonly PendingApproval[];
  readonly satisfied: boolean;
  /** In the order of the policy; none when the rule asks for nothing. */
  readonly alternatives: readonly Alternative[];
}

export function requirementOf(policy: Policy | null): Requirement {
  if (policy === null) return 'no-policy';
  const { permission } = meaningOf({ rule: policy.rules.use });
  if (permission === 'always') return 'nobody';
  return permission === 'never' ? 'never' : 'approvals';
}

/** The rounds of a pending issuance at a time, the most promising first. */
export function roundsOf(pending: PendingIssuance, time: number): readonly Round[] {
  const groups = new Map<string, PendingApproval[]>();
  for (const approval of pending.approvals) {
    const { timestamp, payload } = approval.token;
    // The timestamp is taken over the payload, so it tells payloads apart as well.
    const key = timestamp === null ? `payload ${hexOf(payload ?? NOTHING)}` : hexOf(timestamp.bytes);
    groups.set(key, [...(groups.get(key) ?? []), approval]);
  }
  const all = groups.size === 0 ? [[]] : [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return all.map((approvals) => roundOf(pending, approvals, time)).sort((a, b) => weight(b) - weight(a) || later(b, a));
}

const NOTHING = new Uint8Array(0);

function roundOf(
  { policy, onboarded, tbs }: PendingIssuance,
  approvals: readonly PendingApproval[],
  time: number,
): Round {
  const token = approvals[0]?.token ?? null;
  const timestamp = token?.timestamp?.time ?? null;
  const elapsed = timestamp === null || time < timestamp ? null : time - timestamp;
  const rule = policy?.rules.use ?? null;
  const evaluation = evaluateRule(rule, {
    approvals: approvals.map(({ approver }) => approver.identity),
    elapsed: elapsed ?? 0,
    onboarded: new Map([...onboarded].map(([name, key]) => [name, approvalIdentity(key, name)])),
  });
  const alternatives = alternativesOf(rule, evaluation, { timestamp, elapsed });
  return {
    timestamp,
    payload: token === null || sameBytes(token.payload ?? NOTHING, tbs) ? 'tbs' : 'digest',
    elapsed,
    approvals,
    satisfied: rule === null || alternatives.some(({ satisfied }) => satisfied),
    alternatives,
  };
}

/** Higher is more promising: satisfied; then with an alternative that can still be, by how few approvals it lacks. */
function weight({ satisfied, alternatives }: Round): number {
  if (satisfied) return 2;
  const lacking = alternatives.filter(({ possible }) => possible).map(({ missing }) => missing);
  return lacking.length === 0 ? 0 : 1 / (1 + Math.min(...lacking));
}

function later(a: Round, b: Round): number {
  return (a.timestamp ?? -1) - (b.timestamp ?? -1);
}
