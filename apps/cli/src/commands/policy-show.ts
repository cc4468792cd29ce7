import { describePolicy, writePolicyJson } from '@quorate/policy';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { loadPolicy } from '../load/policy.ts';
import { printJson } from '../print-report.ts';
import { printable } from '../text.ts';

/** `policy show POLICY`: what it says, in plain words. */
export function policyShowCommand(context: Context, answer: Answer): Command {
  return new Command('show')
    .description('Say in plain words who may do what with a key. Judges nothing: see `policy check`.')
    .argument('<policy>', 'REST JSON (a policy or a request with one), attestation XML, or modify approval token')
    .option('--json', 'print JSON: the policy as the REST API writes it, and the words')
    .addHelpText('after', '\nExample:\n  quorate policy show create-key.request.json')
    .action(async (file: string, options: { json?: boolean }) => {
      const { policy, source } = await loadPolicy(context, file);
      const words = describePolicy(policy);
      if (options.json) printJson(context, { source, policy: writePolicyJson(policy), words });
      else {
        context.out(`${context.paint.strong(printable(source))}\n\n`);
        for (const line of words) context.out(`${line}\n`);
      }
      answer(ExitCode.YES);
    });
}
