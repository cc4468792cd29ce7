/** Policy analysis: what a policy really allows, exactly, with witnesses, within a budget. */
export { type AnalyzeOptions, analyzePolicy, type PolicyAnalysis } from './analyze.ts';
export type { RuleStrength, Witness } from './analyze-rule.ts';
export type { Approvals } from './approvals.ts';
export type { ApproverRef } from './book.ts';
export { Budget, DEFAULT_BUDGET } from './budget.ts';
export { type Classes, classesOf, type KeyClass, witnessOf } from './classes.ts';
export type { Coalition } from './collusion.ts';
export type { Apart } from './compare-apart.ts';
export {
  type Change,
  type CompareStrengthOptions,
  compareStrength,
  type Relation,
  type RuleComparison,
  type StrengthComparison,
} from './compare-strength.ts';
export type { Constraint, Problem } from './constraint.ts';
export {
  type EffectiveUse,
  type EffectiveUseOptions,
  type Escalation,
  type EscalationStep,
  type EscalationWay,
  effectiveUse,
} from './escalation.ts';
export type { EscalationAction } from './escalation-ways.ts';
export type { Expiry } from './expiry.ts';
export { type Solution, type SolveOptions, solve, type Taken } from './feasible.ts';
export { skeletonOf } from './look-alike.ts';
export { DEFAULT_LISTED, type MinimalSets, type MinimalWay } from './minimal-sets.ts';
export { analysisIdentity, MAX_APPROVERS, replayOf } from './model.ts';
export type { PeopleMap } from './people.ts';
export { type Migration, type NoPlanReason, type PlanOptions, planMigration } from './plan.ts';
export type { RuleOrigin } from './plan-policies.ts';
export type { PlanStep } from './plan-step.ts';
export type { RuleAnalysis } from './rule-analysis.ts';
export type { Collusion } from './separation.ts';
export { type ApprovalEvent, type Interval, timeline } from './timeline.ts';
export { type TokenWindow, type UnitSlip, type WindowState, windowsOf } from './windows.ts';
