import { type Finding, type Report, reportOf } from '@quorate/report';
import type { AllowUnguarded } from './allow-unguarded.ts';
import { checkAcross } from './check-across.ts';
import { checkRule } from './check-rule.ts';
import { ruleGuard } from './guard.ts';
import { type Policy, RULE_NAMES } from './policy.ts';
import { MAX_RULE_BYTES, policySize, ruleSize } from './tlv-size.ts';

/**
 * What a security officer should know of a policy before it is put on a key.
 *
 * Fails: no policy; a rule by which everybody may act, unless permitted; a use rule that nobody can satisfy; a quorum
 * above the number of distinct keys; a group of nobody; a blocked key that nobody can unblock; times that are not whole minutes or too long; a window that ends
 * before it opens; one key twice in a group; sizes beyond the format. Warns of what is legal and surprising. Every rule
 * without a failure passes with words that say what it needs, so a sound policy has the verdict `pass`.
 *
 * It judges the policy as written, not who the approvers are, nor whether it is stronger or weaker than another.
 *
 * @param policy null is a key without a policy
 * @returns findings in a constant order: the policy, rule by rule from outside in, then what rules have in common
 */
export function checkPolicy(policy: Policy | null, options: AllowUnguarded = {}): Report {
  if (policy === null) return reportOf([absent]);
  const findings = [
    ...checkBlocked(policy),
    ...checkSize(policy),
    ...RULE_NAMES.flatMap((name) => checkRule(name, policy.rules[name], policy, options)),
    ...checkAcross(policy),
  ];
  return reportOf(findings);
}

const absent: Finding = {
  id: 'policy.present',
  outcome: 'fail',
  where: 'policy',
  message: 'there is no policy: the key will be an ordinary one, and can never become an SKA key later',
  expected: 'a policy with four rules',
  actual: 'null',
  reference: 'SKA.md 2.3',
};

function checkBlocked(policy: Policy): Finding[] {
  if (policy.blocked !== true) return [];
  const lost = ruleGuard(policy.rules.unblock) === 'nobody';
  const message = lost
    ? 'the key is blocked, and nobody can ever unblock it'
    : 'the key is blocked: nobody can use it before it is unblocked by the unblock rule';
  return [
    { id: 'policy.blocked', outcome: lost ? 'fail' : 'warn', where: 'blocked', message, reference: 'SKA.md 2.1' },
  ];
}

function checkSize(policy: Policy): Finding[] {
  const tooLarge = (where: string, what: string, bytes: number): Finding[] =>
    bytes <= MAX_RULE_BYTES
      ? []
      : [
          {
            id: 'policy.size',
            outcome: 'fail',
            where,
            message: `${what} is too large for the HSM: its lengths are 16 bits`,
            expected: `at most ${MAX_RULE_BYTES} bytes`,
            actual: `${bytes} bytes`,
            reference: 'SKA.md 2.1',
          },
        ];
  return [
    ...tooLarge('policy', 'the policy', policySize(policy)),
    ...RULE_NAMES.flatMap((name) => tooLarge(name, `the rule ${name}`, ruleSize(policy.rules[name]))),
  ];
}
