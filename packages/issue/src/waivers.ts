import type { Finding } from '@quorate/report';
import { type AllowableCode, type Allowance, allowableCodes } from './allowance.ts';
import { IssueError, type IssueErrorFacts } from './error.ts';
import { quoted } from './text.ts';

const MAX_REASON = 1000;

/** The refusals of one TBS, some of which its profile lifts. */
export class Waivers {
  readonly #allowances: ReadonlyMap<AllowableCode, { readonly because: string; readonly path: string }>;
  readonly #used: Set<AllowableCode> = new Set();
  readonly #findings: Finding[] = [];

  /** @throws IssueError `profile-malformed` for a code that cannot be lifted, one twice, or no reason */
  constructor(allow: readonly Allowance[] = []) {
    const allowances = new Map<AllowableCode, { readonly because: string; readonly path: string }>();
    allow.forEach(({ code, because }, i) => {
      const path = `allow[${i}]`;
      if (!allowableCodes.includes(code) || allowances.has(code)) {
        const expected = `one of ${allowableCodes.join(', ')}, each once`;
        throw new IssueError('profile-malformed', { path: `${path}.code`, expected, actual: quoted(String(code)) });
      }
      demandReason(because, `${path}.because`);
      allowances.set(code, { because, path });
    });
    this.#allowances = allowances;
  }

  /**
   * Refuses, or takes note when the profile lifts this refusal.
   *
   * @throws IssueError with this code, when it does not
   */
  refuse(code: AllowableCode, facts: IssueErrorFacts): void {
    const allowance = this.#allowances.get(code);
    const { path, expected, actual } = facts;
    if (allowance === undefined) throw new IssueError(code, facts);
    this.#used.add(code);
    this.#findings.push({
      id: `issue.${code}`,
      outcome: 'warn',
      where: path,
      message: `taken all the same, since the profile says so: ${quoted(allowance.because, MAX_REASON)}`,
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
    });
  }

  /** Takes note of something else. */
  note(finding: Finding): void {
    this.#findings.push(finding);
  }

  /** All that was noted, in the order in which it came up, then what was lifted and never came up. */
  findings(): readonly Finding[] {
    const unused = [...this.#allowances].filter(([code]) => !this.#used.has(code));
    return [
      ...this.#findings,
      ...unused.map(
        ([code, { path }]): Finding => ({
          id: 'issue.allowance-unused',
          outcome: 'warn',
          where: path,
          message: `\`${code}\` is allowed and nothing needed it`,
          action: 'remove it from the profile',
        }),
      ),
    ];
  }
}

/** @throws IssueError `profile-malformed` for a reason without text */
export function demandReason(because: string, path: string): void {
  if (typeof because === 'string' && because.trim() !== '' && because.length <= MAX_REASON) return;
  throw new IssueError('profile-malformed', { path, expected: `a reason of 1 to ${MAX_REASON} characters` });
}
