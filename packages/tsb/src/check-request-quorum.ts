import { type Evaluation, evaluateRule, type Policy, RULE_NAMES, type Rule, type RuleName } from '@quorate/policy';
import type { Finding, Outcome } from '@quorate/report';

/** The states that say that a quorum was met (SKA.md 3.6). */
const CLAIMS_QUORUM: readonly string[] = ['APPROVED', 'EXECUTED'];

/**
 * Judges whether the approvers whom a status names are enough for a rule, when it says that they were. Windows of time
 * are left aside, but for those that never open: the status does not say when each approved.
 *
 * @param approved identities, see `approvalIdentity`
 */
export function checkQuorum(status: string, policy: Policy, name: RuleName, approved: ReadonlySet<string>): Finding[] {
  if (!CLAIMS_QUORUM.includes(status)) return [];
  const [outcome, message] = judge(policy, name, approved);
  const actual = approved.size === 1 ? '1 distinct key' : `${approved.size} distinct keys`;
  const expected = `approvers who satisfy the rule ${name}`;
  return [
    { id: 'request.quorum', outcome, where: 'approvedBy', message, expected, actual, reference: 'SKA.md 2.3, 4.1' },
  ];
}

function judge(policy: Policy, name: RuleName, approved: ReadonlySet<string>): readonly [Outcome, string] {
  const evaluation = evaluate(policy.rules[name], approved);
  if (evaluation.unguarded) return ['warn', `the rule ${name} needs no approval at all`];
  if (isMet(evaluation))
    return ['pass', `the approvers named are a quorum of the rule ${name}, whenever they approved`];
  if (couldBeMet(evaluation, approved)) {
    return ['not-checked', 'whether it is a quorum hangs on an approver whose key only the server knows'];
  }
  const others = RULE_NAMES.filter((other) => other !== name && isMet(evaluate(policy.rules[other], approved)));
  const hint =
    others.length === 0 ? '' : `; they are one of the rule ${others.join(', ')}: name the rule that it needed`;
  return ['fail', `the approvers named are no quorum of the rule ${name}, and the status says that they were${hint}`];
}

function evaluate(rule: Rule, approvals: ReadonlySet<string>): Evaluation {
  return evaluateRule(rule, { approvals, elapsed: 0 });
}

function isMet({ tokens, unguarded }: Evaluation): boolean {
  return couldBeMet({ tokens, unguarded }, null);
}

/**
 * Whether one token has its quorums; with `approved`, whether it could have them, were the keys that do not count in a
 * group those of its approvers whose key is not known. Such a key may stand elsewhere in the policy too.
 */
function couldBeMet(
  { tokens, unguarded }: Pick<Evaluation, 'tokens' | 'unguarded'>,
  approved: ReadonlySet<string> | null,
): boolean {
  if (unguarded) return true;
  return tokens.some(
    ({ window, groups }) =>
      window.state !== 'never' &&
      groups.every((group) => {
        const nameless = group.approvers.filter(({ identity }) => identity === null).length;
        const others = approved === null ? 0 : approved.size - group.approved;
        return group.missing <= Math.min(nameless, others);
      }),
  );
}
