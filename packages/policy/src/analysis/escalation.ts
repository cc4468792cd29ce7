import type { Finding } from '@quorate/report';
import { displayDuration } from '../display.ts';
import { evaluateRule } from '../evaluate.ts';
import type { Policy, Rule } from '../policy.ts';
import { actionWords } from '../words.ts';
import { ApproverBook, type ApproverRef } from './book.ts';
import { Budget } from './budget.ts';
import { type OpenToken, openTokens, refWords } from './compare-tokens.ts';
import { type Coalition, fewestFor, smallestCoalition } from './escalation-coalition.ts';
import { escalationFindings, undocumentedFindings } from './escalation-findings.ts';
import { type EscalationAction, type WayStep, waysToUse } from './escalation-ways.ts';
import { demandAnalyzable, replayOf } from './model.ts';

/** One operation on the way to using the key. */
export interface EscalationStep {
  readonly action: EscalationAction;
  /** The rule that must be met: that of the action; `null`: it was rewritten before, so everybody meets it. */
  readonly rule: EscalationAction | null;
  /** The place in the rule of the token that is met; `null` for a null rule and a rewritten one. */
  readonly token: number | null;
  /** The fewest of the coalition who are enough for this step. */
  readonly approvers: readonly ApproverRef[];
  /** Seconds from the HSM's timestamp of this step until the token's window opens. */
  readonly wait: number;
  /** All of this in words, lower case, without a full stop. */
  readonly words: string;
}

/** The best that can be done by one sequence of actions, or by all. */
export interface Escalation {
  /** How many distinct keys are enough for all steps together; `null`: no keys are, or none were found within the budget. */
  readonly minimumApprovals: number | null;
  /** Who they are, sorted by identity: one of the smallest coalitions, and of those one with the least delay. */
  readonly coalition: readonly ApproverRef[];
  /** Empty when there is none. */
  readonly path: readonly EscalationStep[];
  /** The waits of the steps together; 0 when there is no path. */
  readonly delaySeconds: number;
  /** `false`: the budget ran out; what is given then can be done, and fewer keys may be enough. */
  readonly decided: boolean;
}

/** One sequence of actions. */
export interface EscalationWay extends Escalation {
  readonly actions: readonly EscalationAction[];
  /** Whether it changes the policy of a blocked key, of which nobody documents whether the HSM does it. */
  readonly undocumented: boolean;
}

export interface EffectiveUse extends Escalation {
  /** All ways, shortest first, those that nobody can go included. */
  readonly ways: readonly EscalationWay[];
  /**
   * Whether modify or unblock is a weaker way in than use: `analysis.escalation.modify`, `analysis.escalation.unblock`;
   * of a blocked key also whether a way that nobody documents is weaker: `analysis.escalation.blocked`.
   */
  readonly findings: readonly Finding[];
}

export interface EffectiveUseOptions {
  /** Steps for each question (one a way, and two for the findings); default `DEFAULT_BUDGET`. */
  readonly budget?: number;
  /** Whether the key is blocked; default: what the policy says, and where it does not say, no. */
  readonly blocked?: boolean;
  /** Whether the HSM changes the policy of a blocked key. Not documented; default `true`, the weaker reading. */
  readonly modifyWhileBlocked?: boolean;
}

/**
 * How many keys are really enough to use a key, over all ways: by its use rule; by changing the policy first; when it is
 * blocked, by unblocking it first. One coalition makes all steps of a way; a key that approves in two of them counts
 * once. Of all ways the one with the fewest keys is given, then with the fewest steps, then with the least delay.
 *
 * Delays are added: each step gets its own timestamp after the step before it. Where an HSM gives out timestamps for
 * later steps earlier, the delay may be shorter, never the coalition smaller. Whoever may modify is taken to let
 * everybody do everything, and each path is put to `evaluateRule`.
 *
 * It does not weigh what the broker, its passwords and API keys, or an administrator of the HSM could do.
 *
 * @param policy `null`: an ordinary key, which anybody uses
 * @throws PolicyError `limit-exceeded` for a policy with too many approvers, see `MAX_APPROVERS`
 * @throws TypeError for a budget that is not an integer from 0
 */
export function effectiveUse(policy: Policy | null, options: EffectiveUseOptions = {}): EffectiveUse {
  const { budget, blocked = policy?.blocked ?? false, modifyWhileBlocked = true } = options;
  if (policy !== null) demandAnalyzable(policy);
  const book = policy === null ? null : new ApproverBook(policy);
  const rules: Rules = {
    use: ruleOf(policy?.rules.use ?? null),
    unblock: ruleOf(policy?.rules.unblock ?? null),
    modify: ruleOf(policy === null ? { tokens: [] } : policy.rules.modify),
  };
  const ways = waysToUse(policy !== null && blocked, modifyWhileBlocked).map((steps) =>
    judgeWay(steps, rules, book, new Budget(budget)),
  );
  const best = ways.reduce((a, b) => (isBetter(b, a) ? b : a));
  const { minimumApprovals, coalition, path, delaySeconds } = best;
  const decided = ways.every((way) => way.decided) || minimumApprovals === 0;
  const findings = book === null ? [] : [...escalationFindings(rules, book, budget), ...undocumentedFindings(ways)];
  return { minimumApprovals, coalition, path, delaySeconds, decided, ways, findings };
}

/** A rule, and the tokens of it that can be met. */
interface ReadRule {
  readonly rule: Rule;
  readonly tokens: readonly OpenToken[];
}

type Rules = Readonly<Record<EscalationAction, ReadRule>>;

function ruleOf(rule: Rule): ReadRule {
  return { rule, tokens: openTokens(rule) };
}

function isBetter(a: EscalationWay, b: EscalationWay): boolean {
  const [left, right] = [
    a.minimumApprovals ?? Number.POSITIVE_INFINITY,
    b.minimumApprovals ?? Number.POSITIVE_INFINITY,
  ];
  if (left !== right) return left < right;
  if (a.actions.length !== b.actions.length) return a.actions.length < b.actions.length;
  return a.delaySeconds < b.delaySeconds;
}

function judgeWay(steps: readonly WayStep[], rules: Rules, book: ApproverBook | null, budget: Budget): EscalationWay {
  const guarded = steps.filter((step) => !step.rewritten).map(({ action }) => rules[action]);
  const { coalition, decided } = smallestCoalition(
    guarded.map((it) => it.tokens),
    budget,
  );
  const actions = steps.map((step) => step.action);
  const undocumented = actions.indexOf('modify') > -1 && actions.indexOf('unblock') > actions.indexOf('modify');
  const path = coalition === null ? [] : pathOf(steps, coalition, rules, book, budget);
  return {
    actions,
    undocumented,
    minimumApprovals: coalition?.keys.length ?? null,
    coalition: book?.refs(coalition?.keys ?? []) ?? [],
    path,
    delaySeconds: coalition?.delay ?? 0,
    decided,
  };
}

function pathOf(
  steps: readonly WayStep[],
  coalition: Coalition,
  rules: Rules,
  book: ApproverBook | null,
  budget: Budget,
): EscalationStep[] {
  let next = 0;
  return steps.map(({ action, rewritten }) => {
    if (rewritten) return stepOf(action, null, null, [], 0);
    const token = coalition.tokens[next++] as OpenToken;
    const keys = fewestFor(token, coalition.keys, budget);
    const { rule } = rules[action];
    const replayed = evaluateRule(rule, replayOf(keys, token.opens));
    if (!replayed.satisfied) throw new TypeError('unreachable: the evaluator disagrees with the search');
    return stepOf(action, action, rule === null ? null : token.index, book?.refs(keys) ?? [], token.opens);
  });
}

function stepOf(
  action: EscalationAction,
  rule: EscalationAction | null,
  token: number | null,
  approvers: readonly ApproverRef[],
  wait: number,
): EscalationStep {
  const who =
    rule === null
      ? 'nobody need approve, since the rule was rewritten'
      : approvers.length === 0
        ? 'nobody need approve'
        : `approved by ${approvers.map(refWords).join(', ')}`;
  const what = action === 'modify' ? `${actionWords(action)} so that everybody may do everything` : actionWords(action);
  const by = token === null ? '' : ` (${action}.tokens[${token}])`;
  const when = wait === 0 ? '' : `, ${displayDuration(wait)} after the HSM's timestamp`;
  return { action, rule, token, approvers, wait, words: `${what}: ${who}${by}${when}` };
}
