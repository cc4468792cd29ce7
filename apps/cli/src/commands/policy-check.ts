import { checkPolicy } from '@quorate/policy';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadPolicy } from '../load/policy.ts';
import { type FormatOptions, formatOf, printReportAs, withFormat } from '../report-format.ts';
import { printable } from '../text.ts';

/** `policy check POLICY`: is it one to put a key under. */
export function policyCheckCommand(context: Context, answer: Answer): Command {
  return withFormat(new Command('check'))
    .description('Check a policy: can it be met, does it guard every operation, what should a security officer notice.')
    .argument('<policy>', 'REST JSON (a policy or a request with one), attestation XML, or modify approval token')
    .option('--allow-unguarded', 'accept rules that let everybody act')
    .addHelpText('after', '\nExample:\n  quorate policy check create-key.request.json')
    .action(async (file: string, options: FormatOptions & { allowUnguarded?: boolean }) => {
      const { policy, source } = await loadPolicy(context, file);
      if (formatOf(options) === 'text') context.out(`${context.paint.strong(printable(source))}\n\n`);
      const report = checkPolicy(policy, { allowUnguarded: options.allowUnguarded === true });
      answer(printReportAs(context, report, file, options));
    });
}
