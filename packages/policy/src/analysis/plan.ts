import { samePolicy } from '../compare.ts';
import type { Policy, Rule, RuleName } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';
import { openTokens } from './compare-tokens.ts';
import { demandAnalyzable } from './model.ts';
import { bothPolicies, fitsFormat, mixedPolicy } from './plan-policies.ts';
import { type Hands, type PlanStep, PlanWriter } from './plan-step.ts';

/**
 * Why there is no plan.
 *
 * - `no-policy`: one end is no policy: an ordinary key never gets one, an SKA key never loses it (SKA.md 2.3).
 * - `frozen`: the old modify rule can be met by no keys that are not lost, so nothing can be changed ever.
 * - `target-unmet`: some rule of the new policy is made for approvers who have lost too many keys. The last step is that
 *   policy, whatever the steps before it.
 * - `too-large`: the rehearsal holds both policies at once, which is more than the format does.
 */
export type NoPlanReason = 'no-policy' | 'frozen' | 'target-unmet' | 'too-large';

export type Migration =
  | {
      readonly type: 'plan';
      /** Empty: the policies are the same already. */
      readonly steps: readonly PlanStep[];
      /**
       * Rules that can be met by no keys at hand until the pending ones are enrolled: neither by the old policy nor by
       * the new one, nor then by any that lies between them.
       */
      readonly gaps: readonly RuleName[];
    }
  | {
      readonly type: 'proof';
      readonly reason: NoPlanReason;
      /** The rules that cannot be met. */
      readonly rules: readonly RuleName[];
      readonly why: string;
    };

export interface PlanOptions {
  /** Identities (see `analysisIdentity`) of keys that will never approve again. */
  readonly lost?: Iterable<string>;
  /** Identities of keys that cannot approve yet and will later: approvers who are still to be enrolled. */
  readonly pending?: Iterable<string>;
  /**
   * Make before break: first a policy with the tokens of both, then the new one alone, approved by the new approvers.
   * They so prove that they can act while the old ones still can undo it. Default `false`.
   */
  readonly rehearse?: boolean;
  /** Steps for each question who must approve; default `DEFAULT_BUDGET`. What steps there are needs no search. */
  readonly budget?: number;
}

/**
 * How to get from one policy to another by changes under the modify rules in force, so that after each
 *
 * - no rule is weaker than both ends: whatever (approvers, time) a rule permits, it permits under the old or the new
 *   policy. This is kept rule by rule; who unblocks by the old rule and uses by the new one is not looked for.
 * - every rule can be met by keys at hand, if any policy between the ends could be met so. A rule that the new policy lets
 *   nobody meet by intention, all keys at hand, is left out of this.
 *
 * One change replaces all four rules at once, so one step is enough whenever the new policy can be met by keys at hand.
 * Where it cannot yet, the old policy stays until the pending keys are enrolled; unless it cannot be met either: then
 * each rule is taken at once from the end that can be met, and the rest follows. A policy between the ends permits in
 * each rule only what an end permits, so where neither end can be met none between can: these two steps are the best
 * there is, and no third helps. A rehearsal adds one step.
 *
 * @throws PolicyError `limit-exceeded` for a policy with too many approvers, see `MAX_APPROVERS`
 * @throws TypeError for a budget that is not an integer from 0, and for a key both lost and pending
 */
export function planMigration(from: Policy | null, to: Policy | null, options: PlanOptions = {}): Migration {
  for (const policy of [from, to]) if (policy !== null) demandAnalyzable(policy);
  const hands = handsOf(options);
  if (samePolicy(from, to)) return { type: 'plan', steps: [], gaps: [] };
  if (from === null) return proof('no-policy', [], 'an ordinary key never gets a policy');
  if (to === null) return proof('no-policy', [], 'a key never loses its policy');
  const needed = RULE_NAMES.filter((name) => canBeMet(to.rules[name], new Set()));
  const unmet = needed.filter((name) => !canBeMet(to.rules[name], hands.lost));
  if (unmet.length > 0) {
    const why = `the new policy cannot be met without lost keys: ${unmet.join(', ')}; it is the last step, whatever comes before`;
    return proof('target-unmet', unmet, why);
  }
  if (!canBeMet(from.rules.modify, hands.lost)) {
    return proof(
      'frozen',
      ['modify'],
      'the old modify rule cannot be met without lost keys: no step can be made, ever',
    );
  }
  return steps(from, to, needed, hands, options);
}

function steps(from: Policy, to: Policy, needed: readonly RuleName[], hands: Hands, options: PlanOptions): Migration {
  const now = (rule: Rule): boolean => canBeMet(rule, hands.absent);
  const gaps = needed.filter((name) => !now(from.rules[name]) && !(now(from.rules.modify) && now(to.rules[name])));
  const writer = new PlanWriter(from, to, needed, hands, options.budget);
  const isReady = now(from.rules.modify) && needed.every((name) => now(to.rules[name]));
  if (!isReady && now(from.rules.modify)) {
    const swap = needed.filter((name) => !now(from.rules[name]) && now(to.rules[name]));
    if (swap.length > 0) writer.add(mixedPolicy(from, to, swap), false);
  }
  if (options.rehearse === true) {
    const both = bothPolicies(writer.current, to);
    if (!fitsFormat(both.policy))
      return proof('too-large', [], 'both policies together are larger than the format allows');
    writer.add(both, !isReady);
  }
  const origin = { use: 'new', block: 'new', unblock: 'new', modify: 'new' } as const;
  const prover = options.rehearse === true && canBeMet(to.rules.modify, hands.lost) ? to : null;
  writer.add({ policy: { ...to, blocked: null }, origin }, !isReady && options.rehearse !== true, prover);
  return { type: 'plan', steps: writer.steps, gaps };
}

function canBeMet(rule: Rule, absent: ReadonlySet<string>): boolean {
  return openTokens(rule, absent).length > 0;
}

function handsOf({ lost = [], pending = [] }: PlanOptions): Hands {
  const hands = { lost: new Set(lost), pending: new Set(pending) };
  for (const key of hands.pending)
    if (hands.lost.has(key)) throw new TypeError(`the key \`${key}\` is lost and pending`);
  return { ...hands, absent: new Set([...hands.lost, ...hands.pending]) };
}

function proof(reason: NoPlanReason, rules: readonly RuleName[], why: string): Migration {
  return { type: 'proof', reason, rules, why };
}
