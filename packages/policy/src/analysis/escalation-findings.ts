import type { Finding, Outcome } from '@quorate/report';
import { displayDuration } from '../display.ts';
import { actionWords } from '../words.ts';
import type { ApproverBook } from './book.ts';
import { Budget } from './budget.ts';
import { smallestGap } from './compare-search.ts';
import { type OpenToken, refWords } from './compare-tokens.ts';
import { smallestCoalition } from './escalation-coalition.ts';

interface Tokens {
  readonly tokens: readonly OpenToken[];
}

interface Rules {
  readonly use: Tokens;
  readonly unblock: Tokens;
  readonly modify: Tokens;
}

interface Way {
  readonly undocumented: boolean;
  readonly minimumApprovals: number | null;
}

/**
 * Whether changing the policy, or unblocking the key, asks for less than using it (SKA.md 6: both should be as strong as
 * use). Fails when fewer keys are enough to modify than to use. Warns when fewer are enough to unblock, when other keys
 * are enough for either, or the same ones sooner. When nobody can meet the use rule, whoever can modify is a warning.
 */
export function escalationFindings(rules: Rules, book: ApproverBook, budget: number | undefined): Finding[] {
  return (['modify', 'unblock'] as const).map((name) =>
    judge(name, rules[name].tokens, rules.use.tokens, book, budget),
  );
}

function judge(
  name: 'modify' | 'unblock',
  other: readonly OpenToken[],
  use: readonly OpenToken[],
  book: ApproverBook,
  budget: number | undefined,
): Finding {
  const say = (outcome: Outcome, message: string, expected?: string, actual?: string): Finding => {
    const facts = expected === undefined || actual === undefined ? {} : { expected, actual };
    return { id: `analysis.escalation.${name}`, outcome, where: name, message, ...facts, reference: 'SKA.md 6' };
  };
  const steps = new Budget(budget);
  const [least, direct] = [smallestCoalition([other], steps), smallestCoalition([use], steps)];
  const gap = smallestGap(other.map(endless), use.map(endless), steps);
  if (!least.decided || !direct.decided || (gap.gap === null && !gap.decided)) {
    return say(
      'not-checked',
      `whether it is easier to ${actionWords(name)} than to use it was not decided within the budget`,
    );
  }
  if (gap.gap === null) return say('pass', `whoever can ${actionWords(name)} can use the key as well, and no later`);
  const [count, needed] = [least.coalition?.keys.length ?? 0, direct.coalition?.keys.length ?? null];
  const consequence = name === 'modify' ? 'and so let themselves use it' : 'and so undo a block';
  if (needed === null) {
    return say('warn', `nobody meets the use rule, but ${keyCount(count)} can ${actionWords(name)} ${consequence}`);
  }
  if (count < needed) {
    const message = `fewer keys can ${actionWords(name)} than can use it, ${consequence}`;
    return say(name === 'modify' ? 'fail' : 'warn', message, `${keyCount(needed)} or more`, keyCount(count));
  }
  const who = book.refs(gap.gap.keys).map(refWords);
  const when = gap.gap.elapsed === 0 ? '' : `, ${displayDuration(gap.gap.elapsed)} after the HSM's timestamp`;
  const message = `some can ${actionWords(name)} who cannot use it, or not as soon, ${consequence}`;
  return say('warn', message, 'nobody who cannot use the key as soon', `${who.join(', ')}${when}`);
}

/** Warns when a blocked key is used by fewer keys if the HSM changes the policy of a blocked key, which is not documented. */
export function undocumentedFindings(ways: readonly Way[]): Finding[] {
  const least = (undocumented: boolean): number =>
    ways
      .filter((way) => way.undocumented === undocumented)
      .reduce((least, way) => Math.min(least, way.minimumApprovals ?? least), Number.POSITIVE_INFINITY);
  const [otherwise, so] = [least(false), least(true)];
  if (so >= otherwise) return [];
  return [
    {
      id: 'analysis.escalation.blocked',
      outcome: 'warn',
      where: 'modify',
      message:
        'it is not documented whether the HSM changes the policy of a blocked key: if it does, this is the weakest way in',
      expected: Number.isFinite(otherwise) ? `${keyCount(otherwise)} or more` : 'nobody',
      actual: keyCount(so),
      reference: 'SKA.md 2.4',
    },
  ];
}

/** Who can act at some time can also wait: what matters here is how soon, so windows are taken not to end. */
function endless(token: OpenToken): OpenToken {
  return { ...token, closes: Number.POSITIVE_INFINITY };
}

function keyCount(count: number): string {
  if (count === 0) return 'everybody';
  return count === 1 ? '1 key' : `${count} keys`;
}
