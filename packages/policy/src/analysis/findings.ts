import type { Finding } from '@quorate/report';
import type { Policy, RuleName } from '../policy.ts';
import { approverFindings } from './findings-approvers.ts';
import { ruleFindings } from './findings-rules.ts';
import { timeFindings } from './findings-times.ts';
import type { AnalysisContext, RuleAnalysis } from './rule-analysis.ts';

/**
 * What an analysis has to warn of, beside what `checkPolicy` says; none of its ids is used again. Each is a warning: it is
 * legal, and a careful reader should know it; `not-checked` where the budget ran out.
 *
 * Of approvers: `policy.key.kinds`, `policy.name.shared`, `policy.name.alike`, `policy.onboarded.name`,
 * `policy.onboarded.dropped`. Of rules: `policy.rules.same-approvers`, `policy.rule.omitted`,
 * `policy.loss.single`, `policy.block.strength`, `policy.groups.readings`, `policy.decided`. Of times:
 * `policy.window.hidden`, `policy.time.unit`, `policy.certificate.expired`, `policy.expiry`.
 */
export function analysisFindings(
  policy: Policy,
  rules: Readonly<Record<RuleName, RuleAnalysis>>,
  context: AnalysisContext,
): Finding[] {
  return [
    ...ruleFindings(policy, rules, context),
    ...timeFindings(policy, rules, context),
    ...approverFindings(policy, context.book),
  ];
}
