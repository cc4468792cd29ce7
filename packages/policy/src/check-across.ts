import type { Finding } from '@quorate/report';
import { tokenGuard } from './guard.ts';
import { approverKey } from './meaning.ts';
import { type Policy, RULE_NAMES, type Rule } from './policy.ts';

/** What the rules of a policy are to each other. */
export function checkAcross(policy: Policy): Finding[] {
  return [...checkSingleKey(policy), ...checkModify(policy)];
}

function checkSingleKey(policy: Policy): Finding[] {
  const keys = RULE_NAMES.map((name) => onlyKey(policy.rules[name]));
  const [first] = keys;
  if (first === undefined || first === null || keys.some((key) => key !== first)) return [];
  return [
    {
      id: 'policy.keys.single',
      outcome: 'warn',
      where: 'policy',
      message: 'one and the same key decides everything: who has it may use, block, unblock and change at will',
      expected: 'more than one approver',
      actual: 'one key in all four rules',
    },
  ];
}

/** The one key that a rule knows, or `null`. */
function onlyKey(rule: Rule): string | null {
  const groups = (rule?.tokens ?? []).flatMap((token) => token.groups ?? []);
  const keys = new Set(groups.flatMap((group) => group.approvers.map(approverKey)));
  const [key] = keys;
  return keys.size === 1 && key !== undefined ? key : null;
}

function checkModify(policy: Policy): Finding[] {
  const [use, modify] = [leastApprovals(policy.rules.use), leastApprovals(policy.rules.modify)];
  if (modify >= use || use === Number.POSITIVE_INFINITY) return [];
  return [
    {
      id: 'policy.modify.strength',
      outcome: 'warn',
      where: 'modify',
      message: 'fewer approvals change the policy than use the key: whoever may change it can give themselves the use',
      expected: `at least ${use}`,
      actual: `${modify}`,
    },
  ];
}

/** The least number of approvals that can satisfy a rule, a key in two groups counted twice; infinite when none can. */
function leastApprovals(rule: Rule): number {
  if (rule === null) return 0;
  const tokens = (rule.tokens ?? []).filter((token) => tokenGuard(token) !== 'nobody');
  const counts = tokens.map((token) => (token.groups ?? []).reduce((sum, group) => sum + group.quorum, 0));
  return counts.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
}
