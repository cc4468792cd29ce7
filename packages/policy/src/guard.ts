import { meaningOf } from './meaning.ts';
import type { Group, Rule, Token } from './policy.ts';

/**
 * Who can satisfy a rule or a part of it, if all keys were at hand and the clock stood right.
 *
 * - `everybody`: no approval is needed.
 * - `approvers`: some approvals are needed, and can be had.
 * - `nobody`: no approvals are enough.
 */
export type Guard = 'everybody' | 'approvers' | 'nobody';

/**
 * Who can satisfy a rule: its tokens are alternatives, so one open token opens it. A rule for everybody is what this
 * project calls *unguarded*. Onboarded approvers are taken to be able to agree.
 */
export function ruleGuard(rule: Rule): Guard {
  switch (meaningOf({ rule }).permission) {
    case 'always':
      return 'everybody';
    case 'never':
      return 'nobody';
    default: {
      const guards = (rule?.tokens ?? []).map(tokenGuard);
      if (guards.includes('everybody')) return 'everybody';
      return guards.includes('approvers') ? 'approvers' : 'nobody';
    }
  }
}

/** Who can satisfy a token: all its groups must agree, in a window that opens. */
export function tokenGuard(token: Token): Guard {
  if (meaningOf({ window: token }).permission === 'never') return 'nobody';
  const guards = (token.groups ?? []).map(groupGuard);
  if (guards.includes('nobody')) return 'nobody';
  return guards.includes('approvers') ? 'approvers' : 'everybody';
}

/** Who can satisfy a group. */
export function groupGuard(group: Group): Guard {
  switch (meaningOf({ group }).permission) {
    case 'always':
      return 'everybody';
    case 'never':
      return 'nobody';
    default:
      return 'approvers';
  }
}

/**
 * Whether a rule is for everybody, told without counting keys: some token's window opens and all its groups have
 * quorum 0. The same as `ruleGuard(rule) === 'everybody'`, and quick.
 */
export function isUnguarded(rule: Rule): boolean {
  if (rule === null) return true;
  const isOpen = (token: Token): boolean =>
    meaningOf({ window: token }).permission !== 'never' && (token.groups ?? []).every((group) => group.quorum === 0);
  return rule.tokens?.some(isOpen) ?? false;
}
