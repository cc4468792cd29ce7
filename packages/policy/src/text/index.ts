/** The text form of a policy, for files that people write and read: parse, render, format. */
export type { ResolveFile } from './approvers.ts';
export { PolicyTextError, type PolicyTextErrorCode, type PolicyTextErrorFacts } from './error.ts';
export { TEXT_MAX_CHARACTERS } from './limits.ts';
export {
  formatPolicyText,
  type ParsePolicyTextOptions,
  parsePolicyText,
  renderPolicyText,
} from './policy-text.ts';
