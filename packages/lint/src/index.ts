/** Rules about certificates, TBSCertificates, certification requests and CRLs: before signing and after. */
export { LintError, type LintErrorCode, type LintErrorFacts } from './error.ts';
export { type LintFinding, type LintOptions, type LintReport, lint, type RuleResult } from './lint.ts';
export type { LintCertificate } from './object/lint-certificate.ts';
export type { LintCrl, RawRevoked } from './object/lint-crl.ts';
export { type LintKind, type LintObject, type ObjectOfKind, readLintObject } from './object/lint-object.ts';
export type { LintRequest, RawRequestAttribute } from './object/lint-request.ts';
export type { RawAlgorithm } from './object/raw-algorithm.ts';
export type { RawExtension } from './object/raw-extension.ts';
export type { RawKey } from './object/raw-key.ts';
export type { RawAttribute, RawName } from './object/raw-name.ts';
export type { RawTime } from './object/raw-time.ts';
export type { Rule, RuleData, RuleFinding, RuleOf, RuleSource, Severity } from './rule.ts';
export { allRules, type RuleSelection, type RuleSetName, ruleSet, ruleSetNames, selectRules } from './rule-set.ts';
export { type RuleOutcome, type RuleStatus, runRule } from './run-rule.ts';
export { sarifRules } from './sarif-rules.ts';
