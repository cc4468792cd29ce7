import { encodeBase64 } from '@quorate/syntax';
import type { ApprovalJson, GroupJson, PolicyJson, RuleJson, TokenJson } from './json-shape.ts';
import type { Approver, Group, Policy, Rule, Token } from './policy.ts';

/**
 * A policy as the REST interface takes it, members in its order, ready for `JSON.stringify`. Null rules, `tokens: null`
 * and `groups: null` are written as null; absent names are left out; the key status is left out when the policy has
 * none, which is the form for modifying. What it writes, `readPolicyJson` reads as the same policy.
 *
 * @param policy of any kind: what the server would refuse is written too; ask `checkPolicy`
 */
export function writePolicyJson(policy: Policy): PolicyJson;
export function writePolicyJson(policy: Policy | null): PolicyJson | null;
export function writePolicyJson(policy: Policy | null): PolicyJson | null {
  if (policy === null) return null;
  const { use, block, unblock, modify } = policy.rules;
  return {
    ruleUse: ruleJson(use),
    ruleBlock: ruleJson(block),
    ruleUnblock: ruleJson(unblock),
    ruleModify: ruleJson(modify),
    ...(policy.blocked === null ? {} : { keyStatus: { blocked: policy.blocked } }),
  };
}

function ruleJson(rule: Rule): RuleJson | null {
  return rule === null ? null : { tokens: rule.tokens?.map(tokenJson) ?? null };
}

function tokenJson({ name, timelock, timeout, groups }: Token): TokenJson {
  return { ...named(name), timelock, timeout, groups: groups?.map(groupJson) ?? null };
}

function groupJson({ name, quorum, approvers }: Group): GroupJson {
  return { ...named(name), quorum, approvals: approvers.map(approvalJson) };
}

function approvalJson(approver: Approver): ApprovalJson {
  const { type, name } = approver;
  switch (approver.type) {
    case 'public_key':
      return { type, ...named(name), value: encodeBase64(approver.publicKey) };
    case 'certificate':
      return { type, ...named(name), value: encodeBase64(approver.certificate) };
    case 'onboarded_approver_certificate':
      return { type, name };
  }
}

function named(name: string | null): { name?: string } {
  return name === null ? {} : { name };
}
