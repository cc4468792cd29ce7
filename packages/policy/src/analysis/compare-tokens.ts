import { displayName } from '../display.ts';
import type { Rule } from '../policy.ts';
import { keyMark } from '../words.ts';
import type { ApproverRef } from './book.ts';
import { analysisIdentity, type GroupModel, modelOf } from './model.ts';

/** A token that some keys can meet at some whole second. */
export interface OpenToken {
  /** In the rule. */
  readonly index: number;
  /** Whole seconds after the HSM's timestamp, both included; `closes` may be infinite. */
  readonly opens: number;
  readonly closes: number;
  /** Those that need approvals. */
  readonly groups: readonly GroupModel[];
}

/** The tokens of a rule that can be met, were all keys but the lost ones at hand; of a null rule one for everybody. */
export function openTokens(rule: Rule, lost?: ReadonlySet<string>): OpenToken[] {
  return modelOf(rule, lost).tokens.flatMap(({ index, opens, closes, groups }) => {
    const first = Math.ceil(opens);
    const last = closes ?? Number.POSITIVE_INFINITY;
    return first <= last && Number.isSafeInteger(first) ? [{ index, opens: first, closes: last, groups }] : [];
  });
}

/** An approver for the eyes: the name, and the first digits of the key, since two keys may bear one name. */
export function refWords({ identity, name }: ApproverRef): string {
  if (name === null || name === '') return `key ${keyMark(identity)}`;
  const isKnown = identity !== analysisIdentity({ type: 'onboarded_approver_certificate', name, identity: null });
  return `${displayName(name)} (${isKnown ? `key ${keyMark(identity)}` : 'onboarded'})`;
}
