import { type PendingStatus, pendingStatus } from '@quorate/issue/pending';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { asJson } from '../as-json.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { type PendingOptions, withPendingOptions } from '../issue/pending-options.ts';
import { printStatus } from '../issue/print-status.ts';
import { loadPending } from '../load/issuance.ts';
import { isoTimeOption } from '../options.ts';
import { printJson } from '../print-report.ts';

interface Options extends PendingOptions {
  readonly time?: number;
  readonly json?: boolean;
}

/** `issue status PENDING`: who is missing, under which alternative, and until when. */
export function issueStatusCommand(context: Context, answer: Answer): Command {
  const command = new Command('status')
    .description('Say how far a pending issuance is: who approved, who is missing under which alternative, until when.')
    .argument('<pending>', '*.quorate.json')
    .option('--time <time>', 'at this time, ISO 8601; default: now', isoTimeOption)
    .option('--json', 'print JSON');
  return withPendingOptions(command)
    .addHelpText(
      'after',
      '\nExit codes: 0 signed or approved, 3 not yet, 1 not possible any more.\n\nExample:\n  quorate issue status root.quorate.json',
    )
    .action(async (file: string, options: Options) => {
      const pending = await loadPending(context, file, options);
      const status = pendingStatus(pending, { time: options.time ?? context.now() });
      if (options.json) printJson(context, asJson(status));
      else printStatus(context, pending, status);
      answer(codeOf(status));
    });
}

function codeOf({ signed, satisfied, blocked, requirement, rounds }: PendingStatus): ExitCode {
  if (signed) return ExitCode.YES;
  if (blocked === true || requirement === 'never') return ExitCode.NO;
  if (satisfied) return ExitCode.YES;
  return rounds.some(({ alternatives }) => alternatives.some(({ possible }) => possible))
    ? ExitCode.INCOMPLETE
    : ExitCode.NO;
}
