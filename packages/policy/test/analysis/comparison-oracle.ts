import {
  type Approver,
  evaluateRule,
  type Group,
  type Policy,
  RULE_NAMES,
  type Rule,
  type RuleName,
  type Token,
} from '../../src/index.ts';

/** Small random policies and the plainest way to decide about them: every set of keys as bits, every second one by one. */

/** Numbers below a bound, always the same after the same seed (mulberry32). */
export function dice(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

export type Dice = ReturnType<typeof dice>;

/** The key of a bit; bits from 100 on are onboarded approvers, of whom only the name is known. */
export function key(bit: number, name: string | null = null): Approver {
  return { type: 'public_key', name, publicKey: new Uint8Array([bit]), identity: identity(bit) };
}

export function identity(bit: number): string {
  return `${bit}`.padStart(64, '0');
}

export function group(quorum: number, ...approvers: readonly Approver[]): Group {
  return { name: null, quorum, approvers };
}

export function token(groups: readonly Group[] | null, timelock = 0, timeout = 0): Token {
  return { name: null, timelock, timeout, groups };
}

export function policyOf(rules: Partial<Record<RuleName, Rule>>, blocked: boolean | null = false): Policy {
  const never: Rule = { tokens: [] };
  return { rules: { use: never, block: never, unblock: never, modify: never, ...rules }, blocked };
}

/** What a random policy may be made of. */
export interface Shape {
  readonly keys: number;
  readonly tokens: number;
  readonly groups: number;
  /** The last moment that windows name. */
  readonly last: number;
}

export function randomRule(roll: Dice, shape: Shape): Rule {
  const kind = roll(24);
  if (kind === 0) return null;
  if (kind === 1) return { tokens: null };
  return { tokens: Array.from({ length: roll(shape.tokens + 1) }, () => randomToken(roll, shape)) };
}

function randomToken(roll: Dice, shape: Shape): Token {
  const timelock = roll(2) === 0 ? 0 : roll(shape.last + 1);
  const timeout = roll(2) === 0 ? 0 : roll(shape.last + 1);
  if (roll(16) === 0) return token(null, timelock, timeout);
  const count = roll(8) === 0 ? 0 : 1 + roll(shape.groups);
  return token(
    Array.from({ length: count }, () => randomGroup(roll, shape)),
    timelock,
    timeout,
  );
}

/** Mostly within reach; now and then one key twice, or an onboarded approver, who stands for the highest bit. */
function randomGroup(roll: Dice, { keys }: Shape): Group {
  const approvers: Approver[] = [];
  for (let bit = 0; bit < keys; bit++) if (roll(5) < 3) approvers.push(approverOf(bit, keys));
  if (roll(6) === 0) approvers.push(approverOf(roll(keys), keys));
  const quorum = roll(10) === 0 ? roll(keys + 2) : 1 + roll(Math.max(1, approvers.length));
  return group(quorum, ...approvers);
}

function approverOf(bit: number, keys: number): Approver {
  if (bit < keys - 1) return key(bit);
  return { type: 'onboarded_approver_certificate', name: 'officer-1', identity: null };
}

export function randomPolicy(roll: Dice, shape: Shape): Policy {
  const rules = RULE_NAMES.map((name) => [name, randomRule(roll, shape)] as const);
  return policyOf(Object.fromEntries(rules) as Record<RuleName, Rule>, [true, false, null][roll(3)] ?? null);
}

/** A policy like another but for one small change. */
export function mutated(roll: Dice, policy: Policy, shape: Shape): Policy {
  const name = RULE_NAMES[roll(4)] as RuleName;
  const rule = policy.rules[name];
  const tokens = [...(rule?.tokens ?? [])];
  const at = roll(Math.max(1, tokens.length));
  const chosen = tokens[at];
  if (chosen === undefined) return { ...policy, rules: { ...policy.rules, [name]: randomRule(roll, shape) } };
  const groups = [...(chosen.groups ?? [])];
  const where = roll(Math.max(1, groups.length));
  const inside = groups[where];
  const change = roll(6);
  if (change === 0 || inside === undefined) tokens[at] = { ...chosen, timeout: roll(shape.last + 1) };
  else if (change === 1) tokens[at] = { ...chosen, timelock: roll(shape.last + 1) };
  else if (change === 2) tokens.splice(at, 1);
  else {
    if (change === 3) groups[where] = { ...inside, quorum: inside.quorum + 1 };
    else if (change === 4) groups[where] = { ...inside, quorum: Math.max(0, inside.quorum - 1) };
    else groups[where] = { ...inside, approvers: [...inside.approvers, approverOf(roll(shape.keys), shape.keys)] };
    tokens[at] = { ...chosen, groups };
  }
  return { ...policy, rules: { ...policy.rules, [name]: { tokens } } };
}

/** Whether a rule lets a set of keys act at a moment; made once, asked many times. */
export type Decider = (mask: number, elapsed: number) => boolean;

/** By bits, apart from the product's own code. */
export function decider(rule: Rule, keys: number): Decider {
  if (rule === null) return () => true;
  const tokens = (rule.tokens ?? []).map((it) => ({
    from: it.timelock,
    to: it.timeout === 0 ? Number.POSITIVE_INFINITY : it.timeout,
    groups: (it.groups ?? []).map(({ quorum, approvers }) => {
      let mask = 0;
      for (const approver of approvers)
        mask |= 1 << (approver.identity === null ? keys - 1 : Number(approver.identity));
      return { quorum, mask };
    }),
  }));
  return (mask, elapsed) =>
    tokens.some(
      (it) => elapsed >= it.from && elapsed <= it.to && it.groups.every((g) => popcount(g.mask & mask) >= g.quorum),
    );
}

export function popcount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Asks the real evaluator; onboarded approvers are known by their names. */
export function replay(rule: Rule, identities: readonly string[], elapsed: number): boolean {
  const onboarded = new Map([['officer-1', 'onboarded:officer-1']]);
  return evaluateRule(rule, { approvals: identities, elapsed, onboarded }).satisfied;
}
