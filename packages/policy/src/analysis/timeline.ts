import type { Rule } from '../policy.ts';
import { modelOf, type TokenModel } from './model.ts';

/** An approval that arrives. */
export interface ApprovalEvent {
  /** See `analysisIdentity`. */
  readonly identity: string;
  /** Whole seconds after the HSM's timestamp, from 0. It counts from this second on. */
  readonly at: number;
}

/** A stretch of seconds after the HSM's timestamp in which a rule is met, both ends included. */
export interface Interval {
  readonly from: number;
  /** `null`: for ever. */
  readonly to: number | null;
}

/**
 * When a rule is met, given approvals and when they arrive: exactly the seconds at which `evaluateRule` with the approvals
 * that are there says satisfied. An approval stays until the token's window closes; nothing takes it back.
 *
 * @param events in any order; of several by one identity the first counts
 * @returns in order of time, apart from each other by at least a second
 * @throws TypeError when a time is not an integer from 0
 */
export function timeline(rule: Rule, events: readonly ApprovalEvent[]): Interval[] {
  const arrivals = new Map<string, number>();
  for (const { identity, at } of events) {
    if (!Number.isSafeInteger(at) || at < 0) throw new TypeError('`at` is an integer from 0, in seconds');
    arrivals.set(identity, Math.min(at, arrivals.get(identity) ?? at));
  }
  const intervals: Interval[] = [];
  for (const token of modelOf(rule).tokens) {
    const from = Math.ceil(Math.max(token.opens, completeAt(token, arrivals)));
    if (Number.isFinite(from) && from <= (token.closes ?? from)) intervals.push({ from, to: token.closes });
  }
  return merge(intervals);
}

/** When the last group of a token gets its quorum. */
function completeAt(token: TokenModel, arrivals: ReadonlyMap<string, number>): number {
  let last = 0;
  for (const { keys, quorum } of token.groups) {
    const times = keys.map((key) => arrivals.get(key) ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
    last = Math.max(last, times[quorum - 1] ?? Number.POSITIVE_INFINITY);
  }
  return last;
}

function merge(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || (last.to !== null && next.from > last.to + 1)) {
      merged.push(next);
    } else if (last.to !== null && (next.to === null || next.to > last.to)) {
      merged[merged.length - 1] = { from: last.from, to: next.to };
    }
  }
  return merged;
}
