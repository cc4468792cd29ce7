import type { ByteRange, FindingObject, Outcome } from '@quorate/report';
import type { Difference, DifferenceKind, RequestFinding } from './difference.ts';

/** What one check is about, before it is made. */
export interface Check {
  readonly id: string;
  /** In RFC 5280's words, for instance `tbsCertificate.extensions.keyUsage`. */
  readonly where: string;
  readonly reference: string;
  /** What to do when it fails, unless the fault itself says more. */
  readonly action: string;
  /** Where it stands in the object judged; see `at`. */
  readonly bytes?: ByteRange;
  /** The object it is about, where that is another than the one judged. */
  readonly object?: FindingObject;
}

/** What was asked for and what stands there, as text; absent where there is nothing to say. */
export interface Compared {
  readonly expected?: string;
  readonly actual?: string;
}

/** A fault or a notice that a check came upon. */
export interface Remark {
  readonly outcome: 'fail' | 'warn' | 'not-checked';
  readonly message: string;
  readonly differences?: readonly { readonly kind: DifferenceKind; readonly item: string }[];
  /** What to do next; for a failure the check's own action if not said. */
  readonly action?: string;
}

/** A remark that one or several items differ from what was asked for: a failure, unless said otherwise. */
export function differs(
  kind: DifferenceKind,
  items: string | readonly string[],
  message: string,
  outcome: Difference['outcome'] = 'fail',
): Remark {
  const differences = (typeof items === 'string' ? [items] : items).map((item) => ({ kind, item }));
  return { outcome, message, differences };
}

/** The finding of a check that was made, or could not be. */
export function finding(
  check: Check,
  outcome: Outcome,
  message: string,
  compared: Compared = {},
  action: string | null = outcome === 'fail' ? check.action : null,
): RequestFinding {
  const { id, where, reference, bytes, object } = check;
  return {
    id,
    outcome,
    where,
    message,
    ...compared,
    reference,
    ...(object === undefined ? {} : { object }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(action === null ? {} : { action }),
  };
}

const GRAVITY = { fail: 0, 'not-checked': 1, warn: 2 } as const;

/**
 * One finding of all remarks: its outcome is that of the gravest, which is named first; `pass` when there are none. The
 * action is the first that one of them names, the gravest first.
 */
export function findingOf(
  check: Check,
  remarks: readonly Remark[],
  passed: string,
  compared: Compared = {},
): RequestFinding {
  const sorted = [...remarks].sort((a, b) => GRAVITY[a.outcome] - GRAVITY[b.outcome]);
  const [gravest] = sorted;
  if (gravest === undefined) return finding(check, 'pass', passed, compared);
  const actions = sorted.map(({ outcome, action }) => action ?? (outcome === 'fail' ? check.action : null));
  const action = actions.find((each) => each !== null) ?? null;
  const message = sorted.map((remark) => remark.message).join('; ');
  const found = finding(check, gravest.outcome, message, compared, action);
  const differences = sorted.flatMap(differencesOf);
  return differences.length === 0 ? found : { ...found, differences };
}

function differencesOf({ outcome, differences = [] }: Remark): Difference[] {
  if (outcome === 'not-checked') return [];
  return differences.map(({ kind, item }) => ({ kind, outcome, item }));
}
