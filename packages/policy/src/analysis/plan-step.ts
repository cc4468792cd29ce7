import { displayDuration } from '../display.ts';
import { evaluateRule } from '../evaluate.ts';
import type { Policy, Rule, RuleName } from '../policy.ts';
import { ApproverBook, type ApproverRef } from './book.ts';
import { Budget } from './budget.ts';
import { type OpenToken, openTokens, refWords } from './compare-tokens.ts';
import { smallestCoalition } from './escalation-coalition.ts';
import { replayOf } from './model.ts';
import type { Between, RuleOrigin } from './plan-policies.ts';

/** One change of the policy, by the modify rule in force before it. */
export interface PlanStep {
  /** What to send, all four rules; without a key status, which a change does not carry. */
  readonly policy: Policy;
  readonly origin: Readonly<Record<RuleName, RuleOrigin>>;
  /** Keys that must be enrolled first: the fewest of the pending ones that will do; empty: the step can be made at once. */
  readonly awaits: readonly ApproverRef[];
  /** The fewest who are enough to approve this step. */
  readonly approvers: readonly ApproverRef[];
  /** Seconds from the HSM's timestamp until the step can be carried out. */
  readonly wait: number;
  /** `false`: the budget ran out; those named in `awaits` and `approvers` will do, and fewer may. */
  readonly decided: boolean;
  /** In words, lower case, without a full stop. */
  readonly words: string;
}

/** Which keys cannot approve. */
export interface Hands {
  readonly lost: ReadonlySet<string>;
  readonly pending: ReadonlySet<string>;
  /** Both. */
  readonly absent: ReadonlySet<string>;
}

/** Writes the steps of a plan one after the other, each under the policy before it. */
export class PlanWriter {
  readonly #steps: PlanStep[] = [];
  readonly #to: Policy;
  readonly #needed: readonly RuleName[];
  readonly #hands: Hands;
  readonly #budget: number | undefined;
  readonly #books: readonly ApproverBook[];
  #current: Policy;

  constructor(from: Policy, to: Policy, needed: readonly RuleName[], hands: Hands, budget: number | undefined) {
    this.#current = from;
    this.#to = to;
    this.#needed = needed;
    this.#hands = hands;
    this.#budget = budget;
    this.#books = [new ApproverBook(from), new ApproverBook(to)];
  }

  get steps(): readonly PlanStep[] {
    return this.#steps;
  }

  /** The policy in force after the steps so far. */
  get current(): Policy {
    return this.#current;
  }

  /**
   * @param isLater whether pending keys must be enrolled first
   * @param prover a policy whose modify rule must be met too, and alone will do
   */
  add({ policy, origin }: Between, isLater: boolean, prover: Policy | null = null): void {
    const inForce = this.#current.rules.modify;
    const waited = isLater || this.#steps.some((step) => step.awaits.length > 0);
    const awaits = isLater ? this.#awaits(inForce) : { keys: [], decided: true };
    const absent = new Set(waited ? this.#stillAbsent(awaits.keys) : this.#hands.absent);
    const chosen = this.#approvers((prover ?? this.#current).rules.modify, absent);
    const replayed = evaluateRule(inForce, replayOf(chosen.keys, chosen.wait));
    if (!replayed.satisfied) throw new TypeError('unreachable: the evaluator disagrees with the search');
    const [first, approvers] = [this.#refs(awaits.keys), this.#refs(chosen.keys)];
    const words = wordsOf(origin, first, approvers, chosen.wait);
    const decided = awaits.decided && chosen.decided;
    this.#steps.push({ policy, origin, awaits: first, approvers, wait: chosen.wait, decided, words });
    this.#current = policy;
  }

  #refs(keys: readonly string[]): ApproverRef[] {
    return keys.map((identity) => {
      const refs = this.#books.map((book) => book.ref(identity));
      return refs.find((ref) => ref.name !== null) ?? { identity, name: null };
    });
  }

  /** All that is absent but the keys that were waited for, by this step or one before. */
  #stillAbsent(awaited: readonly string[]): string[] {
    const present = new Set([...awaited, ...this.#steps.flatMap((step) => step.awaits.map((it) => it.identity))]);
    return [...this.#hands.absent].filter((key) => !present.has(key));
  }

  /** The fewest pending keys with which this change can be approved, and every rule of the target met. */
  #awaits(inForce: Rule): { readonly keys: readonly string[]; readonly decided: boolean } {
    const rules = [inForce, ...this.#needed.map((name) => this.#to.rules[name])].map((rule) =>
      openTokens(rule, this.#hands.lost).map((token) => this.#lacking(token)),
    );
    const open = rules.filter((tokens) => tokens.every((token) => token.groups.length > 0));
    const { coalition, decided } = smallestCoalition(open, new Budget(this.#budget));
    return { keys: coalition?.keys ?? [...this.#hands.pending].sort(), decided };
  }

  /** What a token needs beyond the keys at hand; at the moment that does not matter. */
  #lacking(token: OpenToken): OpenToken {
    const { absent, pending } = this.#hands;
    const groups = token.groups.flatMap((group) => {
      const quorum = group.quorum - group.keys.filter((key) => !absent.has(key)).length;
      return quorum <= 0 ? [] : [{ ...group, quorum, keys: group.keys.filter((key) => pending.has(key)) }];
    });
    return { ...token, opens: 0, groups };
  }

  #approvers(
    rule: Rule,
    absent: ReadonlySet<string>,
  ): { readonly keys: readonly string[]; readonly wait: number; readonly decided: boolean } {
    const tokens = openTokens(rule, absent);
    const { coalition, decided } = smallestCoalition([tokens], new Budget(this.#budget));
    if (coalition !== null) return { keys: coalition.keys, wait: coalition.delay, decided };
    const first = tokens[0];
    if (first === undefined) throw new TypeError('unreachable: a step was planned that nobody can approve');
    const keys = [...new Set(first.groups.flatMap((group) => group.keys))].sort();
    return { keys, wait: first.opens, decided };
  }
}

function wordsOf(
  origin: PlanStep['origin'],
  awaits: readonly ApproverRef[],
  approvers: readonly ApproverRef[],
  wait: number,
): string {
  const names = (refs: readonly ApproverRef[]): string => refs.map(refWords).join(', ');
  const after = awaits.length === 0 ? '' : `once these keys are enrolled: ${names(awaits)}; `;
  const what = Object.entries(origin).map(([name, it]) => `${name} ${it}`);
  const all = new Set(Object.values(origin)).size === 1 && origin.use === 'new' ? 'the new policy' : what.join(', ');
  const who = approvers.length === 0 ? 'nobody need approve' : `approved by ${names(approvers)}`;
  const when = wait === 0 ? '' : `, ${displayDuration(wait)} after the HSM's timestamp`;
  return `${after}change to ${all}: ${who}${when}`;
}
