import type { Report } from '@quorate/report';

/** One part of the demonstration. */
export interface Act {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A paragraph, or a check with the verdict it must have: the demonstration fails when a check has another. */
export type Part =
  | { readonly type: 'text'; readonly lines: readonly string[] }
  | { readonly type: 'check'; readonly subject: string; readonly report: Report; readonly must: Report['verdict'] };

export function text(...lines: readonly string[]): Part {
  return { type: 'text', lines };
}

export function check(subject: string, report: Report, must: Report['verdict'] = 'pass'): Part {
  return { type: 'check', subject, report, must };
}
