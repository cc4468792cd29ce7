import type { PolicyRequirement } from './policy-settings.ts';

/** What left the path without a valid policy. */
export type PolicyLoss =
  /** A certificate without certificatePolicies (RFC 5280, 6.1.3(e)). */
  | 'no-certificate-policies'
  /** A certificate that has none of the policies that its issuers leave open (6.1.3(d)). */
  | 'no-expected-policy'
  /** A certificate that maps all that was left, where mapping is inhibited (6.1.4(b)(2)). */
  | 'mapping-inhibited';

/** The path needs a policy, and from the certificate at `lostAt` on it has none. */
export interface NoValidPolicy {
  readonly code: 'no-valid-policy';
  /** The certificate i at which processing ends, from 1; the anchor is not counted. */
  readonly depth: number;
  readonly reference: string;
  readonly requiredBy: PolicyRequirement;
  readonly lostAt: number;
  readonly lostBy: PolicyLoss;
  /** The policies that were open before that certificate, sorted; `2.5.29.32.0` is anyPolicy. */
  readonly expected: readonly string[];
  /** The policies of that certificate, sorted; with `mapping-inhibited` those that it maps. */
  readonly found: readonly string[];
}

/** The path is good for policies, and for none that the user or the anchor accepts. */
export interface NoAcceptablePolicy {
  readonly code: 'no-acceptable-policy';
  readonly depth: number;
  readonly reference: string;
  readonly requiredBy: PolicyRequirement;
  /** The user-initial-policy-set, narrowed by the anchor, sorted; empty where the two have nothing in common. */
  readonly expected: readonly string[];
  /** The authority-constrained-policy-set, sorted. */
  readonly found: readonly string[];
}

/** anyPolicy on one side of a mapping. */
export interface MappingOfAnyPolicy {
  readonly code: 'mapping-of-any-policy';
  readonly depth: number;
  readonly reference: string;
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

/** The graph would cost more than there is to spend: an answer of its own, and no valid path. */
export interface PolicyBudgetExhausted {
  readonly code: 'budget';
  readonly depth: number;
  readonly reference: string;
}

/** Why the certificate policies of a path are not valid. */
export type PolicyFailure = NoValidPolicy | NoAcceptablePolicy | MappingOfAnyPolicy | PolicyBudgetExhausted;

/** The failure in plain words, in which certificate 1 is the one that the anchor issued. */
export function policyFailureText(failure: PolicyFailure): string {
  switch (failure.code) {
    case 'no-valid-policy':
      return `${required(failure.requiredBy)}, and ${lossText(failure)}`;
    case 'no-acceptable-policy':
      return `${required(failure.requiredBy)}: it is good for ${listed(failure.found)}, and acceptable is ${listed(failure.expected)}`;
    case 'mapping-of-any-policy': {
      const { depth, issuerDomainPolicy, subjectDomainPolicy } = failure;
      return `certificate ${depth} maps policy \`${issuerDomainPolicy}\` to \`${subjectDomainPolicy}\`, and anyPolicy cannot be mapped`;
    }
    case 'budget':
      return `the policies of certificate ${failure.depth} are more than there is budget for`;
  }
}

function required(by: PolicyRequirement): string {
  if (by === 'initial-explicit-policy') return 'the user requires an acceptable policy';
  if (by === 'trust-anchor') return 'the trust anchor requires an acceptable policy';
  return `the policyConstraints of certificate ${by} require an acceptable policy`;
}

function lossText({ lostAt, lostBy, expected, found }: NoValidPolicy): string {
  switch (lostBy) {
    case 'no-certificate-policies':
      return `certificate ${lostAt} has no certificatePolicies`;
    case 'no-expected-policy':
      return `certificate ${lostAt} has ${listed(found)} where ${listed(expected)} would do`;
    case 'mapping-inhibited':
      return `certificate ${lostAt} maps ${listed(found)} where mapping is inhibited`;
  }
}

/** As many as a person reads. */
const LISTED = 5;

function listed(policies: readonly string[]): string {
  if (policies.length === 0) return 'no policy';
  const named = policies.slice(0, LISTED).map((policy) => `\`${policy}\``);
  const more = policies.length > LISTED ? ` and ${policies.length - LISTED} more` : '';
  return `${named.join(', ')}${more}`;
}
