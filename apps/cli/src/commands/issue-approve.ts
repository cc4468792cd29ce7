import { readApprovalRequest } from '@quorate/approval';
import { IssueError } from '@quorate/issue';
import { type ApprovalOptions, addApproval, pendingStatus, writePending } from '@quorate/issue/pending';
import { encodeUtf8 } from '@quorate/syntax';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { type PendingOptions, withPendingOptions } from '../issue/pending-options.ts';
import { deliverPending, type PendingOutput, withPendingOutput } from '../issue/pending-output.ts';
import { loadSpki } from '../load/credential.ts';
import { loadPending } from '../load/issuance.ts';
import { parseJsonFile } from '../load/json.ts';
import { nodePlatform } from '../node-platform.ts';
import { printFindings } from '../print-report.ts';
import { fold, printable } from '../text.ts';
import { reading } from '../unusable.ts';

interface Options extends PendingOptions, PendingOutput {}

const EXPECTED = 'the body of an approval request (POST /v1/approval)';

/** `issue approve PENDING APPROVAL...`: adds approvals that were signed elsewhere, each verified. */
export function issueApproveCommand(context: Context, answer: Answer): Command {
  const command = new Command('approve')
    .description('Add approvals to a pending issuance, each verified. Signs nothing: `approval sign` makes them.')
    .argument('<pending>', '*.quorate.json')
    .argument('<approval...>', EXPECTED);
  return withPendingOutput(withPendingOptions(command))
    .addHelpText('after', '\nExample:\n  quorate issue approve root.quorate.json approval.json --write')
    .action(async (file: string, approvals: readonly string[], options: Options) => {
      let pending = await loadPending(context, file, options);
      const settings: ApprovalOptions = {
        platform: nodePlatform,
        ...(options.timestampKey === undefined ? {} : { timestampKey: await loadSpki(context, options.timestampKey) }),
      };
      for (const approval of approvals) {
        const value = parseJsonFile(approval, await context.read(approval), EXPECTED);
        const request = reading(approval, () => readApprovalRequest(value), `${approval} should be ${EXPECTED}`);
        try {
          const added = addApproval(pending, request, settings);
          pending = added.pending;
          printFindings(
            aside(context),
            added.report.findings.filter(({ outcome }) => outcome !== 'pass'),
          );
        } catch (error) {
          if (!(error instanceof IssueError)) throw error;
          context.note(fold(printable(`${approval}: ${error.message}`), context.width, 'quorate: '));
          context.note('quorate: nothing was added');
          return answer(ExitCode.NO);
        }
      }
      context.note(fold(printable(pendingStatus(pending, { time: context.now() }).next), context.width, 'next: '));
      await deliverPending(context, file, encodeUtf8(writePending(pending)), options);
      answer(ExitCode.YES);
    });
}
