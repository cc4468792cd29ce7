import type { Finding } from '@quorate/report';
import { displayName } from '../display.ts';
import { type Policy, RULE_NAMES, type RuleName } from '../policy.ts';
import { actionWords } from '../words.ts';
import type { ApproverRef } from './book.ts';
import { Budget } from './budget.ts';
import { analysisIdentity, modelOf } from './model.ts';
import { overlapReadings } from './overlap.ts';
import type { AnalysisContext, RuleAnalysis } from './rule-analysis.ts';

type Rules = Readonly<Record<RuleName, RuleAnalysis>>;

/** What there is to say of rules, each by itself and beside the others. */
export function ruleFindings(policy: Policy, rules: Rules, { steps }: AnalysisContext): Finding[] {
  return [
    ...omitted(policy),
    ...RULE_NAMES.flatMap((name) => [
      ...undecided(name, rules[name], steps),
      ...single(name, rules[name], rules.modify),
      ...readings(name, policy, steps),
    ]),
    ...sameApprovers(policy),
    ...blockStrength(rules),
  ];
}

/** A null rule among others in a policy that replaces one: over REST that does not mean unchanged. */
function omitted(policy: Policy): Finding[] {
  const absent = RULE_NAMES.filter((name) => policy.rules[name] === null);
  if (policy.blocked !== null || absent.length === RULE_NAMES.length) return [];
  return absent.map((name) => ({
    id: 'policy.rule.omitted',
    outcome: 'warn',
    where: name,
    message: `the rule is left out: a modify request like this lets everybody ${actionWords(name)}`,
    expected: 'all four rules in every modify request',
    actual: 'a null or absent rule',
    reference: 'SKA.md 2.3, 9',
  }));
}

function undecided(name: RuleName, { decided }: RuleAnalysis, steps: number): Finding[] {
  if (decided) return [];
  return [
    {
      id: 'policy.decided',
      outcome: 'not-checked',
      where: name,
      message: 'the groups overlap in too many ways to find the exact numbers: those given are the best found',
      expected: `an answer within ${steps} steps a question`,
      actual: 'the budget is spent',
    },
  ];
}

/** One lost key makes the rule impossible; worst when then nobody can mend the policy either. */
function single(
  name: RuleName,
  { singlePointsOfFailure: points, minimumLoss }: RuleAnalysis,
  modify: RuleAnalysis,
): Finding[] {
  if (points.length === 0) return [];
  const repair = new Set(modify.singlePointsOfFailure.map((ref) => ref.identity));
  const fatal = modify.minimumLoss === 0 || points.some((ref) => repair.has(ref.identity));
  const after = fatal ? ', and nobody could change the policy any more' : '; the modify rule could still mend it';
  return [
    {
      id: 'policy.loss.single',
      outcome: 'warn',
      where: name,
      message: `one lost key is enough, and nobody can ${actionWords(name)} again${name === 'modify' ? '' : after}`,
      expected: 'no key that everything hangs on',
      actual: `${minimumLoss === 1 ? '' : 'at least '}${points.length} such: ${listed(points)}`,
    },
  ];
}

function listed(refs: readonly ApproverRef[]): string {
  const names = refs
    .slice(0, 6)
    .map(({ identity, name }) => (name ? displayName(name) : `key ${identity.slice(0, 16)}`));
  return refs.length > names.length ? `${names.join(', ')}, ${refs.length - names.length} more` : names.join(', ');
}

/** Tokens whose groups have common keys, where SKA.md does not say whether one approval counts in both. */
function readings(name: RuleName, policy: Policy, steps: number): Finding[] {
  const budget = new Budget(steps);
  return modelOf(policy.rules[name]).tokens.flatMap((token): Finding[] => {
    const total = token.groups.reduce((sum, group) => sum + group.keys.length, 0);
    if (new Set(token.groups.flatMap((group) => group.keys)).size === total) return [];
    const { shared, separate, decided } = overlapReadings(token, budget);
    const [once, both] = [separate === null ? 'can never be met' : `needs ${separate}`, `needs ${shared}`];
    return [
      {
        id: 'policy.groups.readings',
        outcome: decided ? 'warn' : 'not-checked',
        where: `${name}.tokens[${token.index}]`,
        message: decided
          ? `keys stand in several groups: the token ${both} approvals if one counts in each, and ${once} if one counts once`
          : 'keys stand in several groups, in too many ways to say what the two readings of that need',
        expected: 'groups without a common key: it is not known how an HSM counts',
        actual: decided ? `${shared ?? 'none'} or ${separate ?? 'none'}` : 'the budget is spent',
        reference: 'SKA.md 2.1',
      },
    ];
  });
}

/** The same people in every rule: nobody watches them. One key alone is a finding of `checkPolicy`. */
function sameApprovers(policy: Policy): Finding[] {
  const sets = RULE_NAMES.map((name) => {
    const groups = (policy.rules[name]?.tokens ?? []).flatMap((token) => token.groups ?? []);
    return [...new Set(groups.flatMap((group) => group.approvers.map(analysisIdentity)))].sort();
  });
  const [first = []] = sets;
  if (first.length < 2 || sets.some((keys) => keys.join() !== first.join())) return [];
  return [
    {
      id: 'policy.rules.same-approvers',
      outcome: 'warn',
      where: 'policy',
      message: 'the same approvers decide in all four rules: who uses the key also changes the policy and lifts blocks',
      expected: 'others for modify and unblock than for use',
      actual: `${first.length} keys, the same in every rule`,
    },
  ];
}

/** Blocking is the brake: it should not need more than what it stops. */
function blockStrength({ use, block }: Rules): Finding[] {
  const [least, brake] = [use.minimumApprovals, block.minimumApprovals];
  if (least === null || brake === null || brake <= least || !use.decided || !block.decided) return [];
  return [
    {
      id: 'policy.block.strength',
      outcome: 'warn',
      where: 'block',
      message: 'blocking the key needs more approvals than using it: misuse is quicker than the brake',
      expected: `at most ${least}`,
      actual: `${brake}`,
    },
  ];
}
