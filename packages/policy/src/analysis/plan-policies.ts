import type { Policy, Rule, RuleName } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';
import { MAX_RULE_BYTES, policySize } from '../tlv-size.ts';
import { ruleContent } from './compare-apart.ts';

/** From which end a rule of a step is taken; `both`: all tokens of both, so whoever could act under either can. */
export type RuleOrigin = 'old' | 'new' | 'both';

/** A policy between two others, and where its rules come from. */
export interface Between {
  readonly policy: Policy;
  readonly origin: Readonly<Record<RuleName, RuleOrigin>>;
}

/** The old policy with some rules of the new one. */
export function mixedPolicy(from: Policy, to: Policy, swap: readonly RuleName[]): Between {
  return between((name) =>
    swap.includes(name) ? { rule: to.rules[name], origin: 'new' } : { rule: from.rules[name], origin: 'old' },
  );
}

/** The tokens of two policies: in each rule permitted is what either permits, and nothing else. */
export function bothPolicies(from: Policy, to: Policy): Between {
  return between((name) => {
    const [old, now] = [from.rules[name], to.rules[name]];
    if (ruleContent(old) === ruleContent(now) || now === null) return { rule: now, origin: 'new' };
    if (old === null) return { rule: old, origin: 'old' };
    return { rule: { tokens: [...(old.tokens ?? []), ...(now.tokens ?? [])] }, origin: 'both' };
  });
}

/** Whether a policy is small enough for one change (SKA.md 2.1). */
export function fitsFormat(policy: Policy): boolean {
  return policySize(policy) <= MAX_RULE_BYTES;
}

function between(choose: (name: RuleName) => { readonly rule: Rule; readonly origin: RuleOrigin }): Between {
  const chosen = RULE_NAMES.map((name) => [name, choose(name)] as const);
  const rules = Object.fromEntries(chosen.map(([name, it]) => [name, it.rule])) as Record<RuleName, Rule>;
  const origin = Object.fromEntries(chosen.map(([name, it]) => [name, it.origin])) as Record<RuleName, RuleOrigin>;
  return { policy: { rules, blocked: null }, origin };
}
