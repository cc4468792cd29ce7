import type { Rule } from '../policy.ts';

/** What evaluating a rule costs, in steps: one, and one for each token, group and approver. */
export function ruleWeight(rule: Rule): number {
  let weight = 1;
  for (const token of rule?.tokens ?? []) {
    weight += 1;
    for (const group of token.groups ?? []) weight += 1 + group.approvers.length;
  }
  return weight;
}

/** @throws TypeError when a budget is not an integer from 0 */
export function demandBudget(budget: number): void {
  if (!Number.isSafeInteger(budget) || budget < 0) throw new TypeError('a budget is an integer from 0, in steps');
}
