import { IssueError } from '../error.ts';
import type { CertificateProfile } from '../profile.ts';
import type { Carry, CarryRule } from './rules.ts';

/** Something that a request asks for, or a rule is about. */
export interface CarryItem {
  /** `subject`, a member of a profile, an object identifier, or `attribute` and one. */
  readonly name: string;
  /** `null`: there is none. */
  readonly rule: CarryRule | null;
  /** What is asked for, in one line for people; `null`: nothing. */
  readonly asked: string | null;
  /** What the profile has, likewise. */
  readonly own: () => string | null;
  /**
   * Takes what is asked for: checks it against the rule's bounds, and gives the members of the profile that it replaces;
   * none when the profile has the same.
   *
   * @param carried the profile with what was taken before
   * @throws IssueError `request-outside`, and what the values themselves are refused for
   */
  readonly take: (carried: CertificateProfile) => Partial<CertificateProfile>;
}

/** The rule without its bounds. */
export function ruleOf<W>(carry: Carry<W> | undefined): CarryRule | null {
  if (carry === undefined) return null;
  return typeof carry === 'string' ? carry : carry.rule;
}

/** The bounds of a rule, `null` without. */
export function boundsOf<W>(carry: Carry<W> | undefined): W | null {
  return carry === undefined || typeof carry === 'string' ? null : carry.within;
}

/** Refuses what is outside the bounds. */
export function outside(name: string, expected: string, actual: string): never {
  throw new IssueError('request-outside', { path: `csr.${name}`, expected, actual });
}

/** Refuses a rule. */
export function ruleInvalid(path: string, expected: string, actual?: string): never {
  const facts = { path: `csr.${path}`, expected };
  throw new IssueError('request-rule-invalid', actual === undefined ? facts : { ...facts, actual });
}

const SHOWN = 10;

/** The first of a list in one line, and how many more there are. */
export function listed<T>(values: readonly T[], text: (value: T) => string): string {
  const more = values.length - SHOWN;
  const first = values.slice(0, SHOWN).map(text).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}

/**
 * Demands that every value asked for is among some.
 *
 * @throws IssueError `request-outside`
 */
export function demandAmong<T>(
  name: string,
  asked: readonly T[],
  among: readonly T[],
  text: (value: T) => string,
): void {
  const beyond = asked.find((value) => !among.includes(value));
  if (beyond === undefined) return;
  outside(name, among.length === 0 ? 'none' : `some of ${listed(among, text)}`, text(beyond));
}

/** Whether two lists have the same values, in whatever order. */
export function sameValues<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
