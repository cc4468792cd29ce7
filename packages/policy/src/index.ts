/** Policies of SKA keys (SKA.md 2): read and write them in three forms, build, check, evaluate, compare, describe. */
export type { AllowUnguarded } from './allow-unguarded.ts';
export { approvalIdentity } from './approver-key.ts';
export {
  type GroupParts,
  group,
  never,
  type PolicyParts,
  policy,
  rule,
  type TokenParts,
  token,
  unguarded,
} from './build.ts';
export { certificateApprover, onboardedApprover, publicKeyApprover } from './build-approver.ts';
export { checkPolicy } from './check.ts';
export { comparePolicies, type PolicyDifference, samePolicy } from './compare.ts';
export { describePolicy, describeRule } from './describe.ts';
export { displayDuration, displayName } from './display.ts';
export { PolicyError, type PolicyErrorCode, type PolicyErrorFacts } from './error.ts';
export {
  type ApproverEvaluation,
  type Evaluation,
  type EvaluationInput,
  evaluateRule,
  type GroupEvaluation,
  type TokenEvaluation,
  type WindowEvaluation,
} from './evaluate.ts';
export { type ReadPolicyJsonOptions, readPolicyJson } from './json-read.ts';
export type { ApprovalJson, GroupJson, PolicyForm, PolicyJson, RuleJson, TokenJson } from './json-shape.ts';
export { writePolicyJson } from './json-write.ts';
export {
  type Confidence,
  type Meaning,
  type MeaningKind,
  type MeaningOf,
  meaningOf,
  type Permission,
} from './meaning.ts';
export {
  type Approver,
  type ApproverType,
  type CertificateApprover,
  type Group,
  type OnboardedApprover,
  type Policy,
  type PublicKeyApprover,
  RULE_NAMES,
  type Rule,
  type RuleName,
  type Token,
} from './policy.ts';
export { resolvePolicy } from './resolve.ts';
export type { PolicyTlvOptions } from './tlv-elements.ts';
export { readPolicyTlv, readRuleTlv } from './tlv-read.ts';
export { writePolicyTlv, writeRuleTlv } from './tlv-write.ts';
export { readPolicyXml } from './xml-read.ts';
export { writePolicyXml } from './xml-write.ts';
