import { IssueError } from '@quorate/issue';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { printFindings } from '../print-report.ts';
import { fold, printable } from '../text.ts';
import { reading } from '../unusable.ts';

/** What is being made, of which file. */
export interface Making {
  readonly file: string;
  /** Other files that it is made of, by the first word of the paths in them. */
  readonly parts?: Readonly<Record<string, string | undefined>>;
  /** In words, as `TBS`. */
  readonly what: string;
  /** What to do when it may not be made. */
  readonly next: string;
  /** What to do when the file cannot be read. */
  readonly unreadable?: string;
}

/**
 * Runs what makes something of a file. What may not be made is the answer no: then it says why on standard error, with the
 * rules of lint that forbid it, and gives `null`. What cannot be read is `Unusable`.
 */
export function madeOrRefused<T>(
  context: Context,
  answer: Answer,
  { file, parts = {}, what, next, unreadable }: Making,
  make: () => T,
): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof IssueError)) return reading(file, () => again(error), unreadable);
    const [part = ''] = error.path.split(/[.[]/);
    // Rules about requests stand in the profile, under the name of what they are about.
    const own = error.code === 'request-rule-invalid' || !Object.hasOwn(parts, part);
    const where = (own ? undefined : parts[part]) ?? file;
    if (!isRefusal(error)) return reading(where, () => again(error), where === file ? unreadable : undefined);
    printFindings(aside(context), error.findings);
    context.note(fold(printable(`${where}: ${error.message}`), context.width, 'quorate: '));
    context.note(`quorate: no ${what} was made`);
    context.note(fold(printable(next), context.width, '   next: '));
    answer(ExitCode.NO);
    return null;
  }
}

/** Faults in what is asked with, not in what is asked for. */
const UNUSABLE: readonly string[] = ['request-rule-invalid', 'lint-rule-unknown', 'encoding-fault'];

/** Whether it was asked, and the answer is no. */
function isRefusal({ code }: IssueError): boolean {
  return !code.endsWith('-malformed') && !UNUSABLE.includes(code);
}

function again(error: unknown): never {
  throw error;
}
