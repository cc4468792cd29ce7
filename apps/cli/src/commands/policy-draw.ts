import { policyMermaid, policySvg } from '@quorate/policy/draw';
import { encodeUtf8 } from '@quorate/syntax';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { loadPolicy } from '../load/policy.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly as: 'svg' | 'mermaid';
  readonly output?: string;
}

/** `policy draw POLICY`: a picture of it. */
export function policyDrawCommand(context: Context, answer: Answer): Command {
  return new Command('draw')
    .description('Draw a policy, as SVG or Mermaid.')
    .argument('<policy>', 'REST JSON, text form, attestation XML, or modify approval token')
    .addOption(new Option('--as <form>', 'svg or mermaid').choices(['svg', 'mermaid']).default('svg'))
    .option('--output <file>', 'write to this file')
    .addHelpText('after', '\nExample:\n  quorate policy draw modify.request.json --output policy.svg')
    .action(async (file: string, { as, output }: Options) => {
      const { policy, source } = await loadPolicy(context, file);
      if (policy === null) throw new Unusable(`${file}: it says that the key has no policy: nothing to draw`);
      const drawing = reading(file, () =>
        as === 'svg' ? policySvg(policy, { title: source }) : policyMermaid(policy),
      );
      await deliver(context, encodeUtf8(drawing.endsWith('\n') ? drawing : `${drawing}\n`), output, 'text');
      answer(ExitCode.YES);
    });
}
