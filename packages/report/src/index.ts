/** Findings and verdicts: the shape of every answer in Quorate; and as SARIF 2.1.0. */
export type { ByteRange, Finding, FindingObject, Outcome } from './finding.ts';
export { type SarifOptions, type SarifRuleMetadata, sarifOf } from './sarif.ts';
export type {
  SarifDriver,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifPhysicalLocation,
  SarifResult,
  SarifRule,
  SarifRun,
  SarifText,
} from './sarif-shape.ts';
export { type Report, reportOf, type Verdict, verdictOf } from './verdict.ts';
