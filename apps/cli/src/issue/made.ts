import { IssueError } from '@quorate/issue';
import type { Context } from '../context.ts';
import { aside } from '../deliver.ts';
import { printFindings } from '../print-report.ts';
import { reading } from '../unusable.ts';

/** Runs what makes something of a file; when rules of lint forbid it, says which on standard error. */
export function made<T>(context: Context, file: string, make: () => T, next?: string): T {
  return reading(
    file,
    () => {
      try {
        return make();
      } catch (error) {
        if (error instanceof IssueError) printFindings(aside(context), error.findings);
        throw error;
      }
    },
    next,
  );
}
