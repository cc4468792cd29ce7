import { displayName } from './display.ts';
import { meaningOf } from './meaning.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type Rule, type RuleName, type Token } from './policy.ts';
import { actionWords, approverName, keyMark, keyWords, quorumWords, ruleWords, windowWords } from './words.ts';

/**
 * A policy in plain words, line by line: who may do what, with whose approval, and when. Names are made safe to show
 * (see `displayName`); beside each stands the beginning of the key's identity and the kind of key. Rules that say the
 * same are said once.
 *
 * @example
 * To use the key: any 2 of 3, within 10 minutes of the HSM's timestamp
 *   officer-1   1f0c7be2a9d4e653  EC P-256
 */
export function describePolicy(policy: Policy | null): string[] {
  if (policy === null) return ['No policy: an ordinary key, which everybody with access to it may use.'];
  const lines = sameRules(policy).flatMap((names) => describeRules(names, policy.rules[names[0]]));
  if (policy.blocked !== null) lines.push(policy.blocked ? 'The key is blocked.' : 'The key is not blocked.');
  return lines;
}

/** One rule in plain words, line by line; see {@link describePolicy}. */
export function describeRule(name: RuleName, rule: Rule): string[] {
  return describeRules([name], rule);
}

type Names = readonly [RuleName, ...RuleName[]];

/** The rules of a policy, those together that say the same. */
function sameRules(policy: Policy): Names[] {
  const groups = new Map<string, Names>();
  for (const name of RULE_NAMES) {
    const words = JSON.stringify(describeRule(name, policy.rules[name])).replace(actionWords(name), '');
    const names = groups.get(words);
    groups.set(words, names === undefined ? [name] : [...names, name]);
  }
  return [...groups.values()];
}

function describeRules(names: Names, rule: Rule): string[] {
  const actions = names.map(actionWords);
  const last = actions.pop();
  const to = `To ${actions.length === 0 ? last : `${actions.join(', ')} or ${last}`}`;
  const tokens = rule?.tokens ?? [];
  if (meaningOf({ rule }).permission !== 'as-inside') return [`${to}: ${ruleWords(rule)}.`];
  const [only, ...others] = tokens;
  if (only !== undefined && others.length === 0) return tokenLines(only, `${to}: `, '  ');
  const ways = tokens.flatMap((token, i) => tokenLines(token, `  ${i + 1}. ${nameWords(token.name)}`, '     '));
  return [`${to}, one of ${tokens.length} ways:`, ...ways];
}

function tokenLines(token: Token, head: string, indent: string): string[] {
  const when = windowWords(token);
  const groups = token.groups ?? [];
  const [only, ...others] = groups;
  if (only === undefined) return [`${head}everybody, ${when}.`];
  if (others.length === 0) return [`${head}${quorumWords(only)}, ${when}.`, ...approverLines(only, indent)];
  return [
    `${head}${groups.length} groups together, ${when}.`,
    ...groups.flatMap((group) => [
      `${indent}${nameWords(group.name)}${quorumWords(group)}`,
      ...approverLines(group, `${indent}  `),
    ]),
  ];
}

function approverLines(group: Group, indent: string): string[] {
  const names = group.approvers.map(approverName);
  const width = names.reduce((most, name) => Math.max(most, name.length), 0);
  return group.approvers.map((approver, i) => `${indent}${names[i]?.padEnd(width)}  ${markOf(approver)}`);
}

function markOf(approver: Approver): string {
  const key = approver.identity === null ? keyWords(approver) : `${keyMark(approver.identity)}  ${keyWords(approver)}`;
  return approver.type === 'certificate' ? `${key}, by certificate` : key;
}

function nameWords(name: string | null): string {
  return name === null || name === '' ? '' : `${displayName(name)}: `;
}
