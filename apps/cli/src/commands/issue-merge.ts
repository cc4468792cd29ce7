import { IssueError } from '@quorate/issue';
import { mergePending, pendingStatus, writePending } from '@quorate/issue/pending';
import { encodeUtf8 } from '@quorate/syntax';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { type PendingOptions, withPendingOptions } from '../issue/pending-options.ts';
import { deliverPending, type PendingOutput, withPendingOutput } from '../issue/pending-output.ts';
import { loadPending } from '../load/issuance.ts';
import { fold, printable } from '../text.ts';

interface Options extends PendingOptions, PendingOutput {}

/** `issue merge A B...`: all approvals and signatures of several copies in one. */
export function issueMergeCommand(context: Context, answer: Answer): Command {
  const command = new Command('merge')
    .description(
      'Join copies of one pending issuance: all their approvals and signatures. Any order gives the same file.',
    )
    .argument('<pending>', '*.quorate.json')
    .argument('<others...>', 'further copies');
  return withPendingOutput(withPendingOptions(command))
    .addHelpText(
      'after',
      '\nExample:\n  quorate issue merge root.quorate.json root.bob.quorate.json --output root.both.json',
    )
    .action(async (file: string, others: readonly string[], options: Options) => {
      let merged = await loadPending(context, file, options);
      for (const other of others) {
        const copy = await loadPending(context, other, options);
        try {
          merged = mergePending(merged, copy);
        } catch (error) {
          if (!(error instanceof IssueError)) throw error;
          context.note(fold(printable(`${other}: ${error.message}`), context.width, 'quorate: '));
          context.note('quorate: nothing was merged');
          return answer(ExitCode.NO);
        }
      }
      context.note(fold(printable(pendingStatus(merged, { time: context.now() }).next), context.width, 'next: '));
      await deliverPending(context, file, encodeUtf8(writePending(merged)), options);
      answer(ExitCode.YES);
    });
}
