import { approvalIdentity } from './approver-key.ts';
import { isUnguarded } from './guard.ts';
import type { Approver, ApproverType, Group, Rule, Token } from './policy.ts';

/** What is known when a rule is evaluated. */
export interface EvaluationInput {
  /**
   * Who approved: public keys (SubjectPublicKeyInfo) or identities of them (see `approvalIdentity`). Identities are
   * quicker: a key is parsed and hashed each time. Whether the signatures are good is decided before.
   */
  readonly approvals: Iterable<Uint8Array | string>;
  /** Whole seconds since the HSM's timestamp of the action, from 0. */
  readonly elapsed: number;
  /** The keys, or their identities, of onboarded approvers by name. Without it they never count. */
  readonly onboarded?: ReadonlyMap<string, Uint8Array | string>;
}

/** What a rule says to some approvals at some time. */
export interface Evaluation {
  /** Whether one token is satisfied: the HSM would act, if the key is not blocked. */
  readonly satisfied: boolean;
  /** Whether the rule needs no approvals at all, at some time. */
  readonly unguarded: boolean;
  readonly tokens: readonly TokenEvaluation[];
}

export interface TokenEvaluation {
  readonly name: string | null;
  /** The window is open and every group has its quorum. */
  readonly satisfied: boolean;
  readonly window: WindowEvaluation;
  readonly groups: readonly GroupEvaluation[];
}

export interface WindowEvaluation {
  /** Seconds after the timestamp, included. */
  readonly opens: number;
  /** Seconds after the timestamp, included; `null`: it never closes. */
  readonly closes: number | null;
  /** `never`: it closes before it opens. */
  readonly state: 'open' | 'not-yet' | 'closed' | 'never';
}

export interface GroupEvaluation {
  readonly name: string | null;
  readonly quorum: number;
  /** How many distinct keys of the group approved. */
  readonly approved: number;
  /** How many more are needed; 0 when the quorum is reached. */
  readonly missing: number;
  readonly approvers: readonly ApproverEvaluation[];
}

export interface ApproverEvaluation {
  readonly name: string | null;
  readonly type: ApproverType;
  /** `null`: an onboarded approver whose key was not given. */
  readonly identity: string | null;
  readonly approved: boolean;
}

/**
 * Whether approvals satisfy a rule, and if not, what is missing (SKA.md 2.3, 4.1 step 5). A token needs its window open,
 * both ends included, and in every group its quorum of distinct keys: a key counts once in a group, whether bare, in a
 * certificate, or under two names. A key that stands in two groups counts in both; SKA.md does not say what an HSM does.
 *
 * It does not decide whether the key is blocked, nor whether the approvals are genuine.
 *
 * @throws PolicyError `key-invalid` for an approval that is no public key
 * @throws TypeError when `elapsed` is not an integer from 0
 */
export function evaluateRule(rule: Rule, input: EvaluationInput): Evaluation {
  const { elapsed } = input;
  if (!Number.isSafeInteger(elapsed) || elapsed < 0) throw new TypeError('`elapsed` is an integer from 0, in seconds');
  const approvals = new Set<string>();
  let count = 0;
  for (const approval of input.approvals) approvals.add(identityOf(approval, `approvals[${count++}]`));
  const onboarded = new Map<string, string>();
  for (const [name, key] of input.onboarded ?? []) onboarded.set(name, identityOf(key, `onboarded[${name}]`));
  const tokens = (rule?.tokens ?? []).map((token) => evaluateToken(token, elapsed, approvals, onboarded));
  return {
    satisfied: rule === null || tokens.some((token) => token.satisfied),
    unguarded: isUnguarded(rule),
    tokens,
  };
}

function identityOf(key: Uint8Array | string, path: string): string {
  return typeof key === 'string' ? key : approvalIdentity(key, path);
}

type Identities = ReadonlySet<string>;
type Onboarded = ReadonlyMap<string, string>;

function evaluateToken(token: Token, elapsed: number, approvals: Identities, onboarded: Onboarded): TokenEvaluation {
  const window = evaluateWindow(token, elapsed);
  const groups = (token.groups ?? []).map((group) => evaluateGroup(group, approvals, onboarded));
  const satisfied = window.state === 'open' && groups.every((group) => group.missing === 0);
  return { name: token.name, satisfied, window, groups };
}

function evaluateWindow({ timelock, timeout }: Token, elapsed: number): WindowEvaluation {
  const closes = timeout === 0 ? null : timeout;
  const last = closes ?? Number.POSITIVE_INFINITY;
  if (timelock > last) return { opens: timelock, closes, state: 'never' };
  if (elapsed < timelock) return { opens: timelock, closes, state: 'not-yet' };
  return { opens: timelock, closes, state: elapsed <= last ? 'open' : 'closed' };
}

function evaluateGroup(group: Group, approvals: Identities, onboarded: Onboarded): GroupEvaluation {
  const counted: string[] = [];
  const approvers = group.approvers.map((approver) => {
    const identity = identityOfApprover(approver, onboarded);
    const approved = identity !== null && approvals.has(identity);
    if (approved) counted.push(identity);
    return { name: approver.name, type: approver.type, identity, approved };
  });
  const approved = counted.length < 2 ? counted.length : new Set(counted).size;
  const { name, quorum } = group;
  return { name, quorum, approved, missing: Math.max(0, quorum - approved), approvers };
}

function identityOfApprover(approver: Approver, onboarded: Onboarded): string | null {
  return approver.type === 'onboarded_approver_certificate'
    ? (onboarded.get(approver.name) ?? null)
    : approver.identity;
}
