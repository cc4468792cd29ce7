import { type Group, type Policy, RULE_NAMES, type Rule, type RuleName } from '../policy.ts';
import { actionWords } from '../words.ts';
import { contentOfGroup, contentOfRule } from './content.ts';
import { mutateTokens, type RuleMutant } from './mutate-token.ts';

/** A policy with one thing changed, as a slip of the pen or a bad merge would. */
export interface Mutant {
  /** What was changed, for instance `use.tokens[0].groups[0].quorum=1`; no two mutants of a policy share it. */
  readonly id: string;
  /** The same in words, lower case. */
  readonly description: string;
  /** The rules that differ from the policy's. */
  readonly rules: readonly RuleName[];
  readonly policy: Policy;
}

/**
 * The mutants of a policy: for each rule null, no tokens; for each token dropped (when there are others), its timelock and
 * timeout a minute less, a minute more, and 0; for each group dropped, its quorum one less and one more, each approver
 * dropped; a group that stands elsewhere in the policy added (at most 8 to a token); and any two rules exchanged. Every
 * one differs from the policy; whether it also means something else, `mutationCoverage` finds out.
 *
 * Made one by one, as they are asked for; parts that are not changed are shared. The order is constant.
 */
export function* mutatePolicy(policy: Policy): Generator<Mutant> {
  const groups = distinctGroups(policy);
  for (const name of RULE_NAMES) {
    const rule = policy.rules[name];
    for (const { id, description, rule: changed } of mutateRule(rule, groups)) {
      yield {
        id: `${name}${id}`,
        description: `to ${actionWords(name)}: ${description}`,
        rules: [name],
        policy: { ...policy, rules: { ...policy.rules, [name]: changed } },
      };
    }
  }
  yield* exchanges(policy);
}

function* mutateRule(rule: Rule, groups: ReadonlyMap<string, Group>): Generator<RuleMutant> {
  const content = contentOfRule(rule);
  if (content !== contentOfRule(null))
    yield { id: '=null', description: 'a null rule, which everybody meets', rule: null };
  const none: Rule = { tokens: [] };
  if (content !== contentOfRule(none))
    yield { id: '.tokens=[]', description: 'no tokens, which nobody meets', rule: none };
  yield* mutateTokens(rule?.tokens ?? [], groups);
}

function* exchanges(policy: Policy): Generator<Mutant> {
  const contents = RULE_NAMES.map((name) => contentOfRule(policy.rules[name]));
  for (const [i, a] of RULE_NAMES.entries()) {
    for (const [j, b] of RULE_NAMES.entries()) {
      if (j <= i || contents[i] === contents[j]) continue;
      yield {
        id: `${a}<>${b}`,
        description: `the rules ${a} and ${b} exchanged`,
        rules: [a, b],
        policy: { ...policy, rules: { ...policy.rules, [a]: policy.rules[b], [b]: policy.rules[a] } },
      };
    }
  }
}

/** The groups of a policy, each once, by content. */
function distinctGroups(policy: Policy): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const name of RULE_NAMES) {
    for (const token of policy.rules[name]?.tokens ?? []) {
      for (const group of token.groups ?? []) {
        const content = contentOfGroup(group);
        if (!groups.has(content)) groups.set(content, group);
      }
    }
  }
  return groups;
}
