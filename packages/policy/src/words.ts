import { CryptoError, describeKey, parsePublicKey } from '@quorate/crypto';
import { displayDuration, displayName } from './display.ts';
import { meaningOf } from './meaning.ts';
import type { Approver, Group, Rule, RuleName, Token } from './policy.ts';
import { certificateName } from './resolve.ts';

const ACTIONS: Readonly<Record<RuleName, string>> = {
  use: 'use the key',
  block: 'block the key',
  unblock: 'unblock the key',
  modify: 'change the policy',
};

const LISTED = 6;

/** What a rule rules: `use the key`, `block the key`, `unblock the key`, `change the policy`. */
export function actionWords(name: RuleName): string {
  return ACTIONS[name];
}

/** What a rule asks for, in one line without a full stop. */
export function ruleWords(rule: Rule): string {
  const meaning = meaningOf({ rule });
  if (meaning.permission === 'always') return 'everybody, at any time';
  if (meaning.permission === 'never') return 'nobody, ever';
  return (rule?.tokens ?? []).map(tokenWords).join('; or ');
}

/** What a token asks for, in one line without a full stop. */
export function tokenWords(token: Token): string {
  return `${whoWords(token)}, ${windowWords(token)}`;
}

function whoWords(token: Token): string {
  const groups = token.groups ?? [];
  return groups.length === 0 ? 'everybody' : groups.map(groupWords).join(' and ');
}

/** What a group asks for: `any 2 of 3 (officer-1, officer-2, officer-3)`. */
export function groupWords(group: Group): string {
  const names = group.approvers.slice(0, LISTED).map(approverName);
  const more = group.approvers.length - names.length;
  if (more > 0) names.push(`${more} more`);
  return names.length === 0 ? quorumWords(group) : `${quorumWords(group)} (${names.join(', ')})`;
}

/** `any 2 of 3`, `all 3`, `one approver`. */
export function quorumWords({ quorum, approvers }: Group): string {
  const count = approvers.length;
  if (quorum === 0) return count === 0 ? 'a group of nobody' : `none of ${count}`;
  if (quorum < count) return `any ${quorum} of ${count}`;
  if (quorum > count) return `${quorum} of only ${count}`;
  return count === 1 ? 'one approver' : `all ${count}`;
}

/** When a token holds, from the HSM's timestamp on. */
export function windowWords(token: Pick<Token, 'timelock' | 'timeout'>): string {
  const { timelock, timeout } = token;
  const opens = displayDuration(timelock);
  const closes = displayDuration(timeout);
  switch (meaningOf({ window: token }).kind) {
    case 'no-window':
      return 'at any time';
    case 'no-timeout':
      return `not before ${opens} after the HSM's timestamp, and then without end`;
    case 'inverted-window':
      return `never: the window opens ${opens} after the HSM's timestamp and ends after ${closes}`;
    case 'zero-width-window':
      return `at exactly ${opens} after the HSM's timestamp`;
    default:
      return timelock === 0
        ? `within ${closes} of the HSM's timestamp`
        : `from ${opens} until ${closes} after the HSM's timestamp`;
  }
}

/** The name of an approver for the eyes; a certificate without one gives its common name. */
export function approverName(approver: Approver): string {
  const name = approver.name ?? (approver.type === 'certificate' ? certificateName(approver) : null);
  if (name === null || name === '')
    return approver.identity === null ? '(unnamed)' : `key ${keyMark(approver.identity)}`;
  return displayName(name);
}

/** The first 16 hexadecimal digits of an identity: enough to tell keys apart by eye, too few to trust. */
export function keyMark(identity: string): string {
  return identity.slice(0, 16);
}

/** The kind of an approver's key: `EC P-384`, `RSA 2048`. */
export function keyWords(approver: Approver): string {
  if (approver.type === 'onboarded_approver_certificate') return 'key known to the server only';
  try {
    return describeKey(parsePublicKey(approver.publicKey));
  } catch (cause) {
    if (cause instanceof CryptoError) return 'key of an unsupported kind';
    throw cause;
  }
}
