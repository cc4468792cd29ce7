import { displayDuration } from '../display.ts';
import type { Rule } from '../policy.ts';

/**
 * When a token takes approvals.
 *
 * - `always`: at any time, and approvals need no timestamp. `from`: from its timelock on. `within`: from its timelock, or
 *   at once, until its timeout.
 * - `moment`: in one second only, which can hardly be met; a vendor's sample has it. `never`: it closes before it opens.
 */
export type WindowState = 'always' | 'from' | 'within' | 'moment' | 'never';

/**
 * What looks like a slip of the pen in a time, in seconds as it stands.
 *
 * - `not-whole-minutes`: the server refuses it (SKA.md 2.1).
 * - `minutes-for-seconds`: 5 minutes or less, too short for people: perhaps the number was meant in minutes.
 * - `milliseconds-for-seconds`: a round number of minutes if read in milliseconds, and odd in seconds.
 */
export type UnitSlip = 'not-whole-minutes' | 'minutes-for-seconds' | 'milliseconds-for-seconds';

/** When one token takes approvals, after the HSM's timestamp. */
export interface TokenWindow {
  readonly token: number;
  readonly name: string | null;
  /** First second that counts. */
  readonly opens: number;
  /** Last second that counts; `null`: there is none. */
  readonly closes: number | null;
  readonly state: WindowState;
  /** Seconds from the first to the last; `null`: without end; 0 also for a window that never opens. */
  readonly length: number | null;
  /** The timelock uses up more than half of the timeout, which runs from the same moment. */
  readonly hidden: boolean;
  readonly slips: readonly { readonly field: 'timelock' | 'timeout'; readonly slip: UnitSlip }[];
  /** In words, for instance `from 1 hour until 2 hours`. */
  readonly words: string;
}

const SHORT = 300;
const MINUTE = 60;
const DAY = 86_400;
const MINUTE_IN_MILLISECONDS = 60_000;

/** The windows of a rule's tokens, in their order; none for a null rule, which takes everything at any time. */
export function windowsOf(rule: Rule): TokenWindow[] {
  return (rule?.tokens ?? []).map(({ name, timelock, timeout }, token): TokenWindow => {
    const closes = timeout === 0 ? null : timeout;
    const state = stateOf(timelock, closes);
    const length = closes === null ? null : Math.max(0, closes - timelock);
    const slips = (['timelock', 'timeout'] as const).flatMap((field) => {
      const slip = slipOf(field === 'timelock' ? timelock : timeout, field);
      return slip === null ? [] : [{ field, slip }];
    });
    const hidden = state === 'within' && length !== null && length < timelock;
    return {
      token,
      name,
      opens: timelock,
      closes,
      state,
      length,
      hidden,
      slips,
      words: wordsOf(state, timelock, closes),
    };
  });
}

function stateOf(opens: number, closes: number | null): WindowState {
  if (closes === null) return opens <= 0 ? 'always' : 'from';
  if (opens > closes) return 'never';
  return opens === closes ? 'moment' : 'within';
}

function slipOf(seconds: number, field: 'timelock' | 'timeout'): UnitSlip | null {
  if (seconds === 0) return null;
  if (!Number.isSafeInteger(seconds) || seconds % MINUTE !== 0) return 'not-whole-minutes';
  if (field === 'timeout' && seconds > 0 && seconds <= SHORT) return 'minutes-for-seconds';
  return seconds % MINUTE_IN_MILLISECONDS === 0 && seconds % DAY !== 0 ? 'milliseconds-for-seconds' : null;
}

function wordsOf(state: WindowState, opens: number, closes: number | null): string {
  const [from, until] = [displayDuration(opens), displayDuration(closes ?? 0)];
  switch (state) {
    case 'always':
      return 'at any time';
    case 'from':
      return `from ${from} on`;
    case 'within':
      return opens <= 0 ? `until ${until}` : `from ${from} until ${until}`;
    case 'moment':
      return `at exactly ${from}`;
    default:
      return `never: it would open after ${from} and close after ${until}`;
  }
}
