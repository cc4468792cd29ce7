import type { Approver, Group, Policy, Rule, Token } from './policy.ts';

/** The forms that a policy, a rule, a token's groups, its window, or a group can have, told apart by what they mean. */
export type MeaningKind =
  | 'null-policy'
  | 'policy'
  | 'null-rule'
  | 'null-rule-in-modify'
  | 'null-tokens'
  | 'no-tokens'
  | 'tokens'
  | 'empty-token'
  | 'null-groups'
  | 'no-groups'
  | 'groups'
  | 'inverted-window'
  | 'zero-width-window'
  | 'no-window'
  | 'no-timeout'
  | 'window'
  | 'quorum-zero-without-approvers'
  | 'quorum-zero'
  | 'no-approvers'
  | 'quorum-unreachable'
  | 'quorum';

/**
 * What a form permits, by itself.
 *
 * - `no-policy`: there is nothing to ask; the key is an ordinary one.
 * - `always`: everybody, at any time. `in-window`: everybody, within the token's window.
 * - `as-inside`: what stands inside decides: a rule's tokens, a token's groups, a group's approvers, a window's times.
 * - `never`: nobody.
 */
export type Permission = 'no-policy' | 'always' | 'in-window' | 'as-inside' | 'never';

/** How sure the meaning is: verified on real bytes, documented by the vendor, or inferred (SKA.md 0). */
export type Confidence = 'verified' | 'documented' | 'inferred';

/** One row of the table of SKA.md 2.3. */
export interface Meaning {
  readonly kind: MeaningKind;
  readonly permission: Permission;
  readonly confidence: Confidence;
  /** In plain words. */
  readonly effect: string;
  /** Where it is stated, or what it follows from. */
  readonly source: string;
}

type Row = Omit<Meaning, 'kind'>;
type Table = Readonly<Record<MeaningKind, Row>>;

const port = 'SKA.md 2.3 (published port of the server)';
const samples = "SKA.md 2.3 (vendor's samples)";
const format = 'SKA.md 2.1, 2.3';

const TABLE: Table = {
  'null-policy': row('no-policy', 'documented', 'an ordinary key, which can never become an SKA key', 'SKA.md 2.3'),
  policy: row('as-inside', 'documented', 'the four rules decide', format),
  'null-rule': row('always', 'documented', 'everybody may do it: the broker makes one empty token of it', port),
  'null-rule-in-modify': row('always', 'inferred', 'everybody may do it: over REST null does not mean unchanged', port),
  'null-tokens': row('never', 'documented', 'nobody may ever do it', port),
  'no-tokens': row('never', 'inferred', 'nobody may ever do it', port),
  tokens: row('as-inside', 'documented', 'one of the tokens must be satisfied', 'SKA.md 1'),
  'empty-token': row('always', 'documented', 'everybody may do it at any time', samples),
  'null-groups': row('in-window', 'documented', 'nobody need approve, within the window', port),
  'no-groups': row('in-window', 'documented', 'nobody need approve, within the window', port),
  groups: row('as-inside', 'documented', 'every group must agree', 'SKA.md 1'),
  'inverted-window': row('never', 'inferred', 'the window ends before it opens', 'SKA.md 2.3'),
  'zero-width-window': row('as-inside', 'inferred', 'the window is a single moment, hardly ever met', 'SKA.md 2.3'),
  'no-window': row('as-inside', 'documented', 'any time will do, and approvals need no timestamp', samples),
  'no-timeout': row('as-inside', 'documented', 'the window never ends', format),
  window: row(
    'as-inside',
    'documented',
    'the time since the timestamp must lie in the window, ends included',
    'SKA.md 4.1',
  ),
  'quorum-zero-without-approvers': row('always', 'documented', 'a group of nobody, which always agrees', samples),
  'quorum-zero': row('always', 'inferred', 'no approver need agree', 'SKA.md 2.1'),
  'no-approvers': row('never', 'inferred', 'there is nobody who could agree, and the server refuses it', format),
  'quorum-unreachable': row('never', 'inferred', 'more approvals are asked for than there are keys', 'SKA.md 2.1'),
  quorum: row('as-inside', 'documented', 'so many of the approvers must agree', 'SKA.md 1'),
};

/** What is asked about. `window` asks about a token's times, `token` about its groups. */
export type MeaningOf =
  | { readonly policy: Policy | null }
  | { readonly rule: Rule; readonly form?: 'create' | 'modify' }
  | { readonly token: Token }
  | { readonly window: Pick<Token, 'timelock' | 'timeout'> }
  | { readonly group: Group };

/**
 * What a policy or a part of one means by itself, and how sure that is: the table of SKA.md 2.3. It tells the ways to say
 * nothing apart and does not look further inside than it needs; `evaluateRule` does.
 *
 * @example meaningOf({ rule: { tokens: null } }).permission // 'never'
 */
export function meaningOf(part: MeaningOf): Meaning {
  const kind = kindOf(part);
  return { kind, ...TABLE[kind] };
}

/** How many approvers of a group can be told apart: by key, or by onboarded name. */
export function distinctApprovers(group: Group): number {
  return new Set(group.approvers.map(approverKey)).size;
}

/** What tells approvers apart. */
export function approverKey(approver: Approver): string {
  return approver.identity ?? `onboarded ${approver.name}`;
}

function kindOf(part: MeaningOf): MeaningKind {
  if ('policy' in part) return part.policy === null ? 'null-policy' : 'policy';
  if ('rule' in part) return ruleKind(part.rule, part.form ?? 'create');
  if ('token' in part) return tokenKind(part.token);
  if ('window' in part) return windowKind(part.window.timelock, part.window.timeout);
  return groupKind(part.group);
}

function ruleKind(rule: Rule, form: 'create' | 'modify'): MeaningKind {
  if (rule === null) return form === 'modify' ? 'null-rule-in-modify' : 'null-rule';
  if (rule.tokens === null) return 'null-tokens';
  return rule.tokens.length === 0 ? 'no-tokens' : 'tokens';
}

function tokenKind({ timelock, timeout, groups }: Token): MeaningKind {
  if (groups !== null && groups.length > 0) return 'groups';
  if (timelock === 0 && timeout === 0) return 'empty-token';
  return groups === null ? 'null-groups' : 'no-groups';
}

function windowKind(timelock: number, timeout: number): MeaningKind {
  if (timeout === 0) return timelock === 0 ? 'no-window' : 'no-timeout';
  if (timelock > timeout) return 'inverted-window';
  return timelock === timeout ? 'zero-width-window' : 'window';
}

function groupKind(group: Group): MeaningKind {
  if (group.quorum === 0) return group.approvers.length === 0 ? 'quorum-zero-without-approvers' : 'quorum-zero';
  if (group.approvers.length === 0) return 'no-approvers';
  return group.quorum > distinctApprovers(group) ? 'quorum-unreachable' : 'quorum';
}

function row(permission: Permission, confidence: Confidence, effect: string, source: string): Row {
  return { permission, confidence, effect, source };
}
