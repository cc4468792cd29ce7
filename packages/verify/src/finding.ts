import type { Finding, Outcome } from '@quorate/report';

/** What one check is about, before it is made. */
export interface Check {
  readonly id: string;
  /** In RFC 5280's words, for instance `tbsCertificate.extensions.keyUsage`. */
  readonly where: string;
  readonly reference: string;
}

/** What was asked for and what stands there, as text; absent where there is nothing to say. */
export interface Compared {
  readonly expected?: string;
  readonly actual?: string;
}

/** The finding of a check that was made, or could not be. */
export function finding(check: Check, outcome: Outcome, message: string, compared: Compared = {}): Finding {
  const { id, where, reference } = check;
  return { id, outcome, where, message, ...compared, reference };
}

/** A fault or a notice that a check came upon. */
export interface Remark {
  readonly outcome: 'fail' | 'warn' | 'not-checked';
  readonly message: string;
}

const GRAVITY = { fail: 0, 'not-checked': 1, warn: 2 } as const;

/** One finding of all remarks: its outcome is that of the gravest, which is named first; `pass` when there are none. */
export function findingOf(check: Check, remarks: readonly Remark[], passed: string, compared: Compared = {}): Finding {
  const sorted = [...remarks].sort((a, b) => GRAVITY[a.outcome] - GRAVITY[b.outcome]);
  const [gravest] = sorted;
  if (gravest === undefined) return finding(check, 'pass', passed, compared);
  return finding(check, gravest.outcome, sorted.map((remark) => remark.message).join('; '), compared);
}
