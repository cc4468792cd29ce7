import { displayDuration, displayName } from '../display.ts';
import { evaluateRule } from '../evaluate.ts';
import type { Policy, RuleName } from '../policy.ts';
import { actionWords } from '../words.ts';
import type { PolicyCase } from './case.ts';
import type { Witness } from './difference.ts';
import type { ResolvedPeople } from './people.ts';

const LISTED = 4;

/** The question of a witness as a case, with the answer that the policy gives it now. */
export function caseOf(
  policy: Policy,
  rule: RuleName,
  { approvers, elapsed }: Witness,
  people: ResolvedPeople,
): PolicyCase {
  const { satisfied } = evaluateRule(policy.rules[rule], {
    approvals: approvers,
    elapsed,
    onboarded: people.onboarded,
  });
  const names = approvers.map((identity) => people.reference(identity));
  const who = names.length === 0 ? 'nobody' : listed(names.map(displayName));
  return {
    name: `${who} ${satisfied ? 'may' : 'may not'} ${actionWords(rule)} after ${displayDuration(elapsed)}`,
    rule,
    approvals: names.map((by) => ({ by, at: 0 })),
    at: elapsed,
    expect: satisfied ? 'allow' : 'refuse',
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
}
