import {
  readApprovalRequest,
  readTasksRequest,
  type VerifyApprovalOptions,
  verifyApproval,
  verifyTasksRequest,
} from '@quorate/approval';
import type { Report } from '@quorate/report';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCredential } from '../load/credential.ts';
import { documentInWords } from '../load/document.ts';
import { isObject, parseJsonFile } from '../load/json.ts';
import { printReport } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

const EXPECTED = 'the body of an approval request (POST /v1/approval)';

interface Options {
  readonly timestampKey?: string;
  readonly json?: boolean;
}

/** `approval verify BODY.json`: did this approver sign this token. */
export function approvalVerifyCommand(context: Context, answer: Answer): Command {
  return new Command('verify')
    .description("Verify the approver's signature in an approval request, or the timestamp proof in a tasks request.")
    .argument('<body>', `${EXPECTED}, or of a request for tasks, as JSON`)
    .option('--timestamp-key <file>', "the HSM's timestamp key: also verify the HSM's signature in the token")
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate approval verify sign-approval.request.json --timestamp-key timestamp-key.spki.der',
    )
    .action(async (file: string, options: Options) => {
      const value = parseJsonFile(file, await context.read(file), EXPECTED);
      const isTasksRequest = isObject(value) && 'timestampSignature' in value;
      if (isTasksRequest && options.timestampKey !== undefined) {
        throw new Unusable(
          `${file}: a request for tasks holds no signature of the HSM, so --timestamp-key checks nothing`,
        );
      }
      const report = isTasksRequest
        ? reading(file, () => verifyTasksRequest(readTasksRequest(value)))
        : await verifyBody(context, file, value, options);
      answer(printReport(context, report, options.json === true));
    });
}

async function verifyBody(context: Context, file: string, value: unknown, options: Options): Promise<Report> {
  if (!isObject(value as never) || !('approvalToBeSigned' in (value as object)) || 'tasks' in (value as object)) {
    const found = documentInWords(value as never) ?? 'JSON of another shape';
    throw new Unusable(`${file}: this is ${found}, expected ${EXPECTED}`, {
      next: 'check that request and response are not swapped',
    });
  }
  const settings: VerifyApprovalOptions =
    options.timestampKey === undefined
      ? {}
      : { timestampKey: (await loadCredential(context, options.timestampKey)).publicKey.spki };
  return reading(file, () => verifyApproval(readApprovalRequest(value), settings));
}
