/** The rules about certification requests, for the readers and builders of profiles. */
export { type CarriedRequest, carryOver } from './csr/carry-over.ts';
export type { CsrRules } from './csr/rules.ts';
export { type CsrRulesJson, csrRulesShape, readCsrRules, writeCsrRules } from './csr/rules-json.ts';
