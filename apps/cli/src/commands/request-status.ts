import { RULE_NAMES, type RuleName } from '@quorate/policy';
import { type CheckRequestStatusOptions, checkRequestStatus, readRequestStatus } from '@quorate/tsb';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { parseJsonFile } from '../load/json.ts';
import { loadPolicy } from '../load/policy.ts';
import { printReport } from '../print-report.ts';
import { reading } from '../unusable.ts';

interface Options {
  readonly id?: string;
  readonly policy?: string;
  readonly rule?: RuleName;
  readonly json?: boolean;
}

/** `request status FILE`: was it executed, and by whose approval. */
export function requestStatusCommand(context: Context, answer: Answer): Command {
  return new Command('status')
    .description("Read the broker's word about a request: executed or not, approved by whom, what result.")
    .argument('<status>', 'the answer of GET /v1/request/{id}, as JSON')
    .option('--id <id>', 'the id that was asked for')
    .option('--policy <file>', 'the policy of the key, to name the approvers')
    .addOption(
      new Option('--rule <name>', 'with --policy: the rule that the request needed; default use').choices([
        ...RULE_NAMES,
      ]),
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate request status request-status.response.json --policy create-key.request.json',
    )
    .action(async (file: string, options: Options) => {
      const expected = 'the status of a request (GET /v1/request/{id})';
      const value = parseJsonFile(file, await context.read(file), expected);
      const status = reading(file, () => readRequestStatus(value), `${file} should be ${expected}`);
      const policy = options.policy === undefined ? null : (await loadPolicy(context, options.policy)).policy;
      const settings: CheckRequestStatusOptions = {
        ...(options.id === undefined ? {} : { asked: options.id }),
        ...(policy === null ? {} : { policy }),
        ...(options.rule === undefined ? {} : { rule: options.rule }),
      };
      answer(printReport(context, checkRequestStatus(status, settings), options.json === true));
    });
}
