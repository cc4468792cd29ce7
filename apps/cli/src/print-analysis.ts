import { displayDuration, displayName, RULE_NAMES } from '@quorate/policy';
import type { ApproverRef, EffectiveUse, PolicyAnalysis, RuleAnalysis } from '@quorate/policy/analysis';
import type { Context } from './context.ts';
import { printLines } from './print-lines.ts';
import { printFindings } from './print-report.ts';

/** Prints what a policy really allows. */
export function printAnalysis(context: Context, analysis: PolicyAnalysis, use: EffectiveUse): void {
  for (const name of RULE_NAMES) {
    context.out(`${context.paint.strong(`rule ${name}`)}\n`);
    printLines(context, ruleLines(analysis.rules[name]));
  }
  context.out(`${context.paint.strong('the weakest way to use the key')}\n`);
  printLines(context, effectiveLines(use));
  if (analysis.unmatchedPeople.length > 0) {
    context.out(
      `  people hold what the policy does not have: ${analysis.unmatchedPeople.map(displayName).join(', ')}\n`,
    );
  }
  const findings = [...analysis.findings, ...use.findings];
  context.out(`\n${findings.length === 0 ? 'Nothing else to notice.' : 'Notice'}\n`);
  printFindings(context, findings);
}

/** People in words: name and the beginning of the fingerprint. */
export function namesOf(approvers: readonly ApproverRef[]): string {
  const shown = approvers
    .slice(0, 12)
    .map(({ name, identity }) => `${displayName(name ?? '(no name)')} [${identity.slice(0, 16)}]`);
  return approvers.length > 12 ? `${shown.join(', ')} and ${approvers.length - 12} more` : shown.join(', ');
}

function ruleLines(rule: RuleAnalysis): (readonly [string, string])[] {
  if (rule.unguarded) return [['needs', 'NOTHING: everybody may do this']];
  if (!rule.satisfiable) return [['needs', 'nobody can ever meet it']];
  const about = rule.decided ? '' : ' (at most: the search ran out of its budget)';
  const lines: (readonly [string, string])[] = [
    ['needs', `${counted(rule.minimumApprovals ?? 0, 'approval')} at least, of ${counted(rule.keys, 'key')}${about}`],
  ];
  if (rule.fewest !== null)
    lines.push(['for instance', `${namesOf(rule.fewest.approvers)}, ${when(rule.fewest.elapsed)}`]);
  if (rule.minimumLoss !== null) {
    const loss = rule.loss === null ? '' : `: ${namesOf(rule.loss)}`;
    lines.push(['dead without', `${counted(rule.minimumLoss, 'key')}${loss}`]);
  }
  if (rule.afterLoss !== null) {
    const { satisfiable, minimumApprovals } = rule.afterLoss;
    lines.push([
      'after loss',
      satisfiable ? `${counted(minimumApprovals ?? 0, 'approval')} at least` : 'nobody can ever meet it',
    ]);
  }
  return lines;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function when(elapsed: number): string {
  return elapsed === 0 ? 'at once' : `${displayDuration(elapsed)} after the timestamp`;
}

function effectiveLines(use: EffectiveUse): (readonly [string, string])[] {
  if (use.minimumApprovals === null) return [['needs', use.decided ? 'nobody can ever use the key' : 'not found out']];
  const delay = use.delaySeconds === 0 ? 'at once' : `${displayDuration(use.delaySeconds)} in all`;
  return [
    ['needs', `${counted(use.minimumApprovals, 'key')}, ${delay}`],
    ...(use.coalition.length === 0 ? [] : [['who', namesOf(use.coalition)] as const]),
    ...use.path.map(({ words }, i) => [`step ${i + 1}`, words] as const),
  ];
}
