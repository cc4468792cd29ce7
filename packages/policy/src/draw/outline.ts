import { displayName } from '../display.ts';
import { type Guard, tokenGuard } from '../guard.ts';
import { meaningOf } from '../meaning.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type Rule, type RuleName, type Token } from '../policy.ts';
import { actionWords, approverName, keyMark, keyWords, quorumWords, windowWords } from '../words.ts';

/** How many approvers of a group, groups of a token and tokens of a rule a drawing shows; of the others it says how many. */
export const DRAWN = 12;

/** What a drawing shows of a policy, as words that are safe to show. */
export interface PolicyOutline {
  /** Rules that say the same, together. */
  readonly rules: readonly RuleOutline[];
  /** `The key is blocked.`, or `null` when the policy does not say. */
  readonly status: string | null;
}

export interface RuleOutline {
  /** `To use the key or block the key`. */
  readonly heading: string;
  /** What the whole rule means, where there are no tokens to draw. */
  readonly whole: string | null;
  /** Whether the whole rule lets everybody act. */
  readonly open: boolean;
  readonly tokens: readonly TokenOutline[];
  readonly moreTokens: string | null;
}

export interface TokenOutline {
  readonly name: string | null;
  /** Who can meet it, where that is not just some approvers. */
  readonly note: string | null;
  readonly guard: Guard;
  readonly window: string;
  /** Empty: nobody's approval is needed. */
  readonly groups: readonly GroupOutline[];
  readonly moreGroups: string | null;
}

export interface GroupOutline {
  readonly name: string | null;
  /** `any 2 of 3`. */
  readonly quorum: string;
  readonly approvers: readonly ApproverOutline[];
  /** `and 88 more`. */
  readonly moreApprovers: string | null;
}

export interface ApproverOutline {
  readonly name: string;
  /** The kind and the beginning of the identity of the key. */
  readonly key: string;
}

export function outlinePolicy(policy: Policy): PolicyOutline {
  const { blocked } = policy;
  const status = blocked === null ? null : blocked ? 'The key is blocked.' : 'The key is not blocked.';
  return { rules: sameRules(policy).map((names) => outlineRule(names, policy.rules[names[0]])), status };
}

type Names = readonly [RuleName, ...RuleName[]];

/** The rules of a policy, those together that are drawn alike. */
function sameRules(policy: Policy): Names[] {
  const found = new Map<string, Names>();
  for (const name of RULE_NAMES) {
    const drawn = JSON.stringify(outlineRule(['use'], policy.rules[name]));
    const names = found.get(drawn);
    found.set(drawn, names === undefined ? [name] : [...names, name]);
  }
  return [...found.values()];
}

function outlineRule(names: Names, rule: Rule): RuleOutline {
  const actions = names.map(actionWords);
  const last = actions.pop();
  const heading = `To ${actions.length === 0 ? last : `${actions.join(', ')} or ${last}`}`;
  const { permission } = meaningOf({ rule });
  const whole = permission === 'always' ? 'Everybody, at any time' : permission === 'never' ? 'Nobody, ever' : null;
  const tokens = whole === null ? (rule?.tokens ?? []) : [];
  return {
    heading,
    whole,
    open: permission === 'always',
    tokens: tokens.slice(0, DRAWN).map(outlineToken),
    moreTokens: more(tokens.length, 'way', 'or '),
  };
}

function outlineToken(token: Token): TokenOutline {
  const groups = token.groups ?? [];
  const guard = tokenGuard(token);
  return {
    name: nameOf(token.name),
    note: noteOf(guard, groups),
    guard,
    window: windowWords(token),
    groups: groups.slice(0, DRAWN).map(outlineGroup),
    moreGroups: more(groups.length, 'group', 'and '),
  };
}

function noteOf(guard: Guard, groups: readonly Group[]): string | null {
  if (guard === 'nobody') return 'Nobody can ever meet this';
  if (guard === 'approvers') return null;
  return groups.length === 0 ? 'Everybody, without approval' : 'Everybody, without approval: every quorum is 0';
}

function outlineGroup(group: Group): GroupOutline {
  const { approvers } = group;
  return {
    name: nameOf(group.name),
    quorum: quorumWords(group),
    approvers: approvers.slice(0, DRAWN).map(outlineApprover),
    moreApprovers: approvers.length > DRAWN ? `and ${approvers.length - DRAWN} more` : null,
  };
}

function outlineApprover(approver: Approver): ApproverOutline {
  const words = keyWords(approver);
  const kind = approver.type === 'certificate' ? `${words}, by certificate` : words;
  return {
    name: approverName(approver),
    key: approver.identity === null ? kind : `${keyMark(approver.identity)}  ${kind}`,
  };
}

function more(count: number, what: string, joint: string): string | null {
  const rest = count - DRAWN;
  if (rest <= 0) return null;
  return `${joint}${rest} more ${what}${rest === 1 ? '' : 's'}`;
}

function nameOf(name: string | null): string | null {
  return name === null || name === '' ? null : displayName(name);
}
