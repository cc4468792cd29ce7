import { formatPolicyText } from '@quorate/policy/text';
import { decodeUtf8, encodeUtf8 } from '@quorate/syntax';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly check?: boolean;
  readonly write?: boolean;
}

/** `policy fmt FILE`: the one layout of the text form. */
export function policyFmtCommand(context: Context, answer: Answer): Command {
  return new Command('fmt')
    .description("Lay out a policy's text form in the one way there is.")
    .argument('<policy>', 'a policy in its text form')
    .option('--check', 'print nothing; exit 1 when the layout is another')
    .option('--write', 'write the file back')
    .addHelpText('after', '\nExample:\n  quorate policy fmt ca.policy')
    .action(async (file: string, { check, write }: Options) => {
      if (write && file === '-') throw new Unusable('--write needs a file, not standard input');
      const bytes = await context.read(file);
      const text = reading(file, () => decodeUtf8(bytes));
      const formatted = reading(file, () => formatPolicyText(text), `${file} should be a policy in its text form`);
      if (check) {
        if (formatted !== text) context.note(`quorate: ${file}: not in the layout of \`policy fmt\``);
        return answer(formatted === text ? ExitCode.YES : ExitCode.NO);
      }
      if (write) await context.write(file, encodeUtf8(formatted));
      else context.out(formatted);
      answer(ExitCode.YES);
    });
}
