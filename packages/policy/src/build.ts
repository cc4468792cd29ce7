import { type AllowUnguarded, mayBeUnguarded } from './allow-unguarded.ts';
import { demandGroup, demandRule, demandToken } from './demand.ts';
import { PolicyError } from './error.ts';
import { ruleGuard } from './guard.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type Rule, type RuleName, type Token } from './policy.ts';
import { demandSize, policySize } from './tlv-size.ts';
import { actionWords } from './words.ts';

/** The parts of a policy. All four rules must be given, since a rule left out would let everybody do its operation. */
export interface PolicyParts extends Readonly<Record<RuleName, Rule>> {
  /** Whether the key starts blocked; `null` for a policy that replaces another. Default `false`. */
  readonly blocked?: boolean | null;
}

/**
 * A policy that cannot be malformed: every rule is checked again as a whole, whoever made it. A rule that needs no
 * approval (null, an empty token, a token without groups) is refused unless permitted by name.
 *
 * @throws PolicyError `unguarded`, and the codes of the parts, with the path
 */
export function policy(parts: PolicyParts, options: AllowUnguarded = {}): Policy {
  const { use, block, unblock, modify, blocked = false } = parts;
  const built: Policy = { rules: { use, block, unblock, modify }, blocked };
  for (const name of RULE_NAMES) {
    const rule = parts[name];
    if (rule === undefined) throw new TypeError(`the rule \`${name}\` is missing; say \`never()\` or \`unguarded()\``);
    demandRule(rule, name);
    if (ruleGuard(rule) === 'everybody' && !mayBeUnguarded(name, options)) {
      throw new PolicyError('unguarded', {
        path: name,
        expected: `approvers, or \`allowUnguarded\` with \`${name}\``,
        actual: `a rule by which everybody may ${actionWords(name)}`,
      });
    }
  }
  demandSize(policySize(built), '');
  return built;
}

/**
 * A rule: any one of its tokens is enough. For a rule without tokens say {@link never}.
 *
 * @throws PolicyError with the path below the rule, for instance `tokens[0].timelock`
 * @throws TypeError without tokens
 */
export function rule(tokens: readonly Token[]): Rule {
  if (tokens.length === 0) throw new TypeError('a rule without tokens permits nobody; say `never()`');
  const built: Rule = { tokens: [...tokens] };
  demandRule(built, '');
  return built;
}

/** The rule that permits nobody, ever: no tokens. As `modify` it freezes the policy. */
export function never(): Rule {
  return { tokens: [] };
}

/**
 * The rule that permits everybody at any time: one empty token, which is what the broker makes of null. Only
 * {@link policy} with `allowUnguarded` takes it.
 */
export function unguarded(): Rule {
  return { tokens: [{ name: null, timelock: 0, timeout: 0, groups: [] }] };
}

export interface TokenParts {
  /** Default: none. */
  readonly name?: string | null;
  /** Seconds, a multiple of 60; default 0. */
  readonly timelock?: number;
  /** Seconds, a multiple of 60, not below the timelock; default 0: the approvals never expire. */
  readonly timeout?: number;
  /** All of them must agree. Empty: nobody need, which `policy` takes with `allowUnguarded` only. */
  readonly groups: readonly Group[];
}

/**
 * One alternative of a rule.
 *
 * @throws PolicyError `time-invalid`, `time-not-whole-minutes`, `number-too-large`, `window-inverted`, `name-invalid`, and
 *   the codes of {@link group}
 */
export function token(parts: TokenParts): Token {
  const { name = null, timelock = 0, timeout = 0, groups } = parts;
  const built: Token = { name, timelock, timeout, groups: [...groups] };
  demandToken(built, '');
  return built;
}

export interface GroupParts {
  /** Default: none. */
  readonly name?: string | null;
  /** How many of the approvers must agree, from 1. */
  readonly quorum: number;
  /** No key twice, in whatever form. */
  readonly approvers: readonly Approver[];
}

/**
 * Approvers, of whom a quorum must agree.
 *
 * @throws PolicyError `quorum-invalid`, `quorum-unreachable`, `duplicate-key`, `name-invalid`
 */
export function group(parts: GroupParts): Group {
  const { name = null, quorum, approvers } = parts;
  const built: Group = { name, quorum, approvers: [...approvers] };
  demandGroup(built, '');
  return built;
}
