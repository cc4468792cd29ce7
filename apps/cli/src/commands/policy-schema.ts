import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';

/** `policy schema`: the JSON Schema of the REST form, for editors. */
export function policySchemaCommand(context: Context, answer: Answer): Command {
  return new Command('schema')
    .description('Print the JSON Schema of a policy as REST JSON, for editors and validators.')
    .addHelpText('after', '\nExample:\n  quorate policy schema')
    .action(() => {
      const path = createRequire(import.meta.url).resolve('@quorate/policy/policy.schema.json');
      context.out(readFileSync(path));
      answer(ExitCode.YES);
    });
}
