import { evaluateRule } from '../evaluate.ts';
import type { Policy, Rule, RuleName } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';
import { ApproverBook, type ApproverRef } from './book.ts';
import { Budget } from './budget.ts';
import { type Apart, differencesApart } from './compare-apart.ts';
import { smallestGap } from './compare-search.ts';
import { openTokens } from './compare-tokens.ts';
import { demandAnalyzable, replayOf } from './model.ts';

/**
 * What a new policy or rule is beside an old one: `stricter` permits less and nothing more, `looser` the reverse,
 * `incomparable` both permits something new and refuses something old. `undecided`: the budget ran out first.
 */
export type Relation = 'equal' | 'stricter' | 'looser' | 'incomparable' | 'undecided';

/** Approvers about whom, at a moment, two rules disagree. */
export interface Change {
  /** Sorted by identity; empty: nobody need approve. */
  readonly approvers: readonly ApproverRef[];
  /** Whole seconds since the HSM's timestamp. */
  readonly elapsed: number;
  /** Whether no fewer approvers would do, and these none earlier; `false`: the budget ran out before that was sure. */
  readonly smallest: boolean;
}

export interface RuleComparison {
  readonly relation: Relation;
  /** The fewest approvers who are enough now and were not; `null`: none, or undecided. */
  readonly newlySufficient: Change | null;
  /** The fewest approvers who were enough and are not now; `null`: none, or undecided. */
  readonly newlyInsufficient: Change | null;
}

export interface StrengthComparison {
  readonly relation: Relation;
  readonly rules: Readonly<Record<RuleName, RuleComparison>>;
  /** What differs and makes neither policy stronger. */
  readonly apart: readonly Apart[];
}

export interface CompareStrengthOptions {
  /** Steps for each of the eight questions (four rules, either way); default `DEFAULT_BUDGET`. */
  readonly budget?: number;
}

/**
 * Whether a new policy is stronger than an old one: exactly, for every set of approvers and every second. A rule is
 * stricter when it permits a proper part of the pairs (approvers, seconds since the HSM's timestamp) that the old one
 * permits. A policy is stricter when no rule is looser and one is stricter; and so on. Every set of approvers that is
 * named is put to `evaluateRule` under both rules first.
 *
 * Names, order, other encodings of a key, a certificate in place of its key, and the key status make no policy stronger;
 * they are listed in `apart`. A certificate can expire and a key cannot: that is not weighed here. Nor is what follows
 * from one rule for another, which `effectiveUse` says.
 *
 * A key without a policy (`null`) is used by everybody: its rules count as null rules, and it is looser than every policy,
 * even one that lets everybody do everything, since it can never be given a policy (SKA.md 2.3).
 *
 * An onboarded approver is known by name only and is taken to be nobody else.
 *
 * @throws PolicyError `limit-exceeded` for a policy with too many approvers, see `MAX_APPROVERS`
 * @throws TypeError for a budget that is not an integer from 0
 */
export function compareStrength(
  old: Policy | null,
  now: Policy | null,
  options: CompareStrengthOptions = {},
): StrengthComparison {
  const books = [old, now].flatMap((policy) => {
    if (policy === null) return [];
    demandAnalyzable(policy);
    return [new ApproverBook(policy)];
  });
  const one = (name: RuleName): Judged =>
    compareRules(old?.rules[name] ?? null, now?.rules[name] ?? null, books, options.budget);
  const judged = { use: one('use'), block: one('block'), unblock: one('unblock'), modify: one('modify') };
  const { use, block, unblock, modify } = judged;
  const rules = { use: use.answer, block: block.answer, unblock: unblock.answer, modify: modify.answer };
  const all = RULE_NAMES.map((name) => judged[name]);
  const relation = relationOf(anyOf(all.map((it) => it.more)), anyOf(all.map((it) => it.less)));
  return { relation: withNone(old, now) ?? relation, rules, apart: differencesApart(old, now, rules) };
}

/** A comparison, and whether something is newly permitted, and whether something no longer is. */
interface Judged {
  readonly answer: RuleComparison;
  readonly more: Existence;
  readonly less: Existence;
}

function compareRules(old: Rule, now: Rule, books: Books, budget: number | undefined): Judged {
  const [before, after] = [openTokens(old), openTokens(now)];
  const [found, lost] = [
    smallestGap(after, before, new Budget(budget)),
    smallestGap(before, after, new Budget(budget)),
  ];
  const [more, less] = [existence(found), existence(lost)];
  const answer: RuleComparison = {
    relation: relationOf(more, less),
    newlySufficient: changeOf(found, now, old, books),
    newlyInsufficient: changeOf(lost, old, now, books),
  };
  return { answer, more, less };
}

/** Who is behind the keys: in the old policy, then in the new one. */
type Books = readonly ApproverBook[];

type Existence = 'yes' | 'no' | 'undecided';

function existence({ gap, decided }: ReturnType<typeof smallestGap>): Existence {
  if (gap !== null) return 'yes';
  return decided ? 'no' : 'undecided';
}

function relationOf(more: Existence, less: Existence): Relation {
  if (more === 'yes' && less === 'yes') return 'incomparable';
  if (more === 'undecided' || less === 'undecided') return 'undecided';
  if (more === 'yes') return 'looser';
  return less === 'yes' ? 'stricter' : 'equal';
}

function changeOf(found: ReturnType<typeof smallestGap>, allows: Rule, refuses: Rule, books: Books): Change | null {
  const { gap, decided } = found;
  if (gap === null) return null;
  const permits = (rule: Rule): boolean => evaluateRule(rule, replayOf(gap.keys, gap.elapsed)).satisfied;
  if (!permits(allows) || permits(refuses)) throw new TypeError('unreachable: the evaluator disagrees with the search');
  const named = (identity: string): ApproverRef => {
    const refs = books.map((book) => book.ref(identity));
    return refs.find((ref) => ref.name !== null) ?? { identity, name: null };
  };
  return { approvers: gap.keys.map(named), elapsed: gap.elapsed, smallest: decided };
}

function anyOf(answers: readonly Existence[]): Existence {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('undecided') ? 'undecided' : 'no';
}

function withNone(old: Policy | null, now: Policy | null): Relation | null {
  if (old !== null && now !== null) return null;
  if (old === now) return 'equal';
  return now === null ? 'looser' : 'stricter';
}
