import { encodeUtf8, TLV_MAX_VALUE } from '@quorate/syntax';
import { PolicyError } from './error.ts';
import type { Approver, Group, Policy, Rule, Token } from './policy.ts';

/** The most bytes a rule or a policy takes in the binary form, with its length word: lengths are 16 bits (SKA.md 2.1). */
export const MAX_RULE_BYTES: number = TLV_MAX_VALUE;

const WORD = 4;
const HEADER = 4;
const NUMBER = HEADER + 4;

/**
 * How many bytes a rule takes in the binary form, with its length word (SKA.md 5.1). Certificates count as the guessed
 * element; an onboarded approver counts nothing, since its certificate is not known here.
 *
 * @param rule a null rule and null lists count as `resolvePolicy` resolves them
 */
export function ruleSize(rule: Rule): number {
  const tokens = rule === null ? 3 * NUMBER : sum(rule.tokens ?? [], tokenSize);
  return WORD + NUMBER + tokens;
}

/** How many bytes a policy takes in the binary form, with its length word; see {@link ruleSize}. */
export function policySize(policy: Policy): number {
  return WORD + sum(Object.values(policy.rules), (rule) => HEADER + ruleSize(rule));
}

/**
 * Demands that what is to be written fits.
 *
 * @throws PolicyError `size-exceeded`
 */
export function demandSize(bytes: number, path: string): void {
  if (bytes <= TLV_MAX_VALUE) return;
  throw new PolicyError('size-exceeded', { path, actual: `${bytes} bytes`, limit: TLV_MAX_VALUE });
}

function tokenSize(token: Token): number {
  return nameSize(token.name) + 3 * NUMBER + sum(token.groups ?? [], groupSize);
}

function groupSize(group: Group): number {
  return nameSize(group.name) + 2 * NUMBER + sum(group.approvers, approverSize);
}

function approverSize(approver: Approver): number {
  if (approver.type === 'onboarded_approver_certificate') return 0;
  const value = approver.type === 'public_key' ? approver.publicKey : approver.certificate;
  return nameSize(approver.name) + elementSize(value.length);
}

function nameSize(name: string | null): number {
  return name === null ? 0 : elementSize(encodeUtf8(name).length);
}

function elementSize(bytes: number): number {
  return HEADER + Math.ceil(bytes / 4) * 4;
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}
