import type { Approver, Group, Policy, Rule, RuleName, Token } from '@quorate/policy';
import fc from 'fast-check';

/** Small policies over numbered keys, and the plainest way to answer every question: try all sets of keys. */

/** Names that analysis gives to the keys: two of them are onboarded, so their keys are not known. */
export const KEYS: readonly string[] = Array.from({ length: 14 }, (_, i) =>
  i === 1 || i === 4 ? `onboarded:approver-${i}` : `key-${String(i).padStart(2, '0')}`,
);

export function approverOf(i: number): Approver {
  const identity = KEYS[i] as string;
  const name = `approver-${i}`;
  if (identity.startsWith('onboarded:')) return { type: 'onboarded_approver_certificate', name, identity: null };
  return { type: 'public_key', name, publicKey: new Uint8Array([i]), identity };
}

const bits = (mask: number): number[] => KEYS.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));

export const namesOf = (mask: number): string[] => bits(mask).map((i) => KEYS[i] as string);

export function maskOf(names: Iterable<string>): number {
  let mask = 0;
  for (const name of names) mask |= 1 << KEYS.indexOf(name);
  return mask;
}

export function sizeOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** A rule that the oracle reads at a glance. */
export interface Plain {
  readonly tokens: readonly PlainToken[] | null;
}

export interface PlainToken {
  readonly opens: number;
  /** 0: never. */
  readonly closes: number;
  readonly groups: readonly { readonly quorum: number; readonly keys: number }[];
}

export function ruleOf({ tokens }: Plain): Rule {
  if (tokens === null) return null;
  return {
    tokens: tokens.map(
      ({ opens, closes, groups }): Token => ({
        name: null,
        timelock: opens,
        timeout: closes,
        groups: groups.map(
          ({ quorum, keys }): Group => ({ name: null, quorum, approvers: bits(keys).map(approverOf) }),
        ),
      }),
    ),
  };
}

const never: Rule = { tokens: [] };

export function policyWith(name: RuleName, rule: Rule): Policy {
  return { rules: { use: never, block: never, unblock: never, modify: never, [name]: rule }, blocked: null };
}

/** Whether some keys satisfy a token once its window is open. */
export const meets = (token: PlainToken, mask: number): boolean =>
  token.groups.every(({ quorum, keys }) => sizeOf(mask & keys) >= quorum);

export const isOpenAt = ({ opens, closes }: PlainToken, at: number): boolean =>
  at >= opens && (closes === 0 || at <= closes);

/** Whether some keys satisfy a rule at some time. */
export const suffices = ({ tokens }: Plain, mask: number): boolean =>
  tokens === null || tokens.some((token) => (token.closes === 0 || token.opens <= token.closes) && meets(token, mask));

/** All sets of the first `count` keys that satisfy a rule. */
export function sufficient(plain: Plain, count: number): number[] {
  return Array.from({ length: 1 << count }, (_, mask) => mask).filter((mask) => suffices(plain, mask));
}

/** Rules over so many keys: few keys mostly, up to 14 now and then. */
export const plainRule: fc.Arbitrary<{ plain: Plain; count: number }> = fc
  .oneof(
    { weight: 60, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 10, arbitrary: fc.integer({ min: 7, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(14) },
  )
  .chain((count) => {
    const group = fc
      .tuple(fc.integer({ min: 0, max: (1 << count) - 1 }), fc.nat(255), fc.nat(9))
      .map(([keys, draw, odd]) => ({ keys, quorum: odd === 0 ? draw % 5 : 1 + (draw % Math.max(1, sizeOf(keys))) }));
    const token = fc.record({
      opens: fc.nat(3),
      closes: fc.nat(5),
      groups: fc.array(group, { maxLength: 3 }),
    });
    const tokens = fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 30, arbitrary: fc.array(token, { maxLength: 4 }) },
    );
    return fc.record({ plain: fc.record({ tokens }), count: fc.constant(count) });
  });

/** The number of random policies that each question is asked of. */
export const RUNS: number = Number(process.env['QUORATE_ANALYSIS_RUNS'] ?? 10_000);
