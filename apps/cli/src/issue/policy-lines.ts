import { describeRule, meaningOf, type Policy, RULE_NAMES, type Rule } from '@quorate/policy';

/**
 * The policy of a key that is to sign, for whoever approves its use: the rule `use` whole, of the others how many are
 * enough but not who.
 */
export function policyLines(policy: Policy | null): readonly string[] {
  if (policy === null) return ['none: an ordinary key, which everybody with access to it may use'];
  const others = RULE_NAMES.filter((name) => name !== 'use').map((name) => `${name}: ${enough(policy.rules[name])}`);
  return [
    ...describeRule('use', policy.rules.use),
    `To ${others.join('; ')}.`,
    ...(policy.blocked === true ? ['The key is BLOCKED.'] : []),
  ];
}

function enough(rule: Rule): string {
  const { permission } = meaningOf({ rule });
  if (permission === 'always') return 'EVERYBODY';
  if (permission === 'never') return 'nobody, ever';
  const ways = (rule?.tokens ?? []).map(({ groups }) => {
    const parts = (groups ?? []).map(({ quorum, approvers }) => `${quorum} of ${approvers.length}`);
    return parts.length === 0 ? 'EVERYBODY' : parts.join(' and ');
  });
  return [...new Set(ways)].join(', or ');
}
