import { PolicyError } from '../error.ts';
import type { EvaluationInput } from '../evaluate.ts';
import type { Approver, Policy, Rule } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';

/** A rule as analysis sees it: sets of identities with quorums, and windows of time. */
export interface RuleModel {
  /** The tokens that can be satisfied at all: the window opens, and every group has keys enough. */
  readonly tokens: readonly TokenModel[];
  /** Everybody may, at some time: a null rule, or a token that needs no approvals. */
  readonly unguarded: boolean;
}

export interface TokenModel {
  /** In the rule; 0 also for the token that a null rule stands for. */
  readonly index: number;
  /** Whole seconds after the HSM's timestamp, both included; `null`: it never closes. */
  readonly opens: number;
  readonly closes: number | null;
  /** Those that need approvals. */
  readonly groups: readonly GroupModel[];
}

export interface GroupModel {
  readonly index: number;
  /** From 1. */
  readonly quorum: number;
  /** Distinct identities. */
  readonly keys: readonly string[];
}

const ONBOARDED = 'onboarded:';

/**
 * The name under which analysis counts an approver: its identity. The key of an onboarded approver is not known, so
 * `onboarded:NAME` stands for it, and it is taken to be another than all known ones.
 */
export function analysisIdentity(approver: Approver): string {
  return approver.identity ?? `${ONBOARDED}${approver.name}`;
}

/** What to give `evaluateRule` to replay a witness: identities as analysis names them, at a time. */
export function replayOf(identities: readonly string[], elapsed: number): EvaluationInput {
  const onboarded = new Map<string, string>();
  for (const id of identities) if (id.startsWith(ONBOARDED)) onboarded.set(id.slice(ONBOARDED.length), id);
  return { approvals: identities, elapsed, onboarded };
}

/** The model of a rule, with the lost keys taken out of its groups; quorums stay. */
export function modelOf(rule: Rule, lost: ReadonlySet<string> = new Set()): RuleModel {
  if (rule === null) return { tokens: [{ index: 0, opens: 0, closes: null, groups: [] }], unguarded: true };
  const tokens: TokenModel[] = [];
  rule.tokens?.forEach(({ timelock, timeout, groups }, index) => {
    if (timeout !== 0 && timelock > timeout) return;
    const closes = timeout === 0 ? null : timeout;
    const models = (groups ?? []).map((group, i): GroupModel => {
      const keys = new Set(group.approvers.map(analysisIdentity).filter((key) => !lost.has(key)));
      return { index: i, quorum: needed(group.quorum), keys: [...keys] };
    });
    if (models.some(({ quorum, keys }) => quorum > keys.length)) return;
    tokens.push({ index, opens: Math.max(0, timelock), closes, groups: models.filter(({ quorum }) => quorum > 0) });
  });
  return { tokens, unguarded: tokens.some((token) => token.groups.length === 0) };
}

/** A quorum as a number of approvals; one that is no number is never reached. */
function needed(quorum: number): number {
  return Number.isNaN(quorum) ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil(quorum));
}

/**
 * Parts that a policy may have before analysis refuses it: approvers, counted each time, groups and tokens. What fits an HSM has at most some
 * thousands (SKA.md 2.1: 65,535 bytes a rule), so nothing that could ever be used is refused.
 */
export const MAX_APPROVERS = 100_000;

/** @throws PolicyError `limit-exceeded` when a policy has more parts than {@link MAX_APPROVERS} */
export function demandAnalyzable(policy: Policy): void {
  let count = 0;
  for (const name of RULE_NAMES) {
    for (const token of policy.rules[name]?.tokens ?? []) {
      count += 1;
      for (const group of token.groups ?? []) count += 1 + group.approvers.length;
    }
    if (count <= MAX_APPROVERS) continue;
    throw new PolicyError('limit-exceeded', { path: name, actual: `${count} parts`, limit: MAX_APPROVERS });
  }
}
