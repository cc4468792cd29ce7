import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import type { Act, Part } from '../demo/act.ts';
import { ExitCode } from '../exit-code.ts';
import { printFindings, printJson } from '../print-report.ts';
import { fold } from '../text.ts';

/** `demo`: the main job on real bytes. Exit code 0 only when every check has the verdict it must have. */
export function demoCommand(context: Context, answer: Answer): Command {
  return new Command('demo')
    .description('Watch a real conversation between a broker and an HSM decoded and verified; needs no input.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate demo')
    .action(async (options: { json?: boolean }) => {
      // Loaded here, or help and version would wait for it.
      const { allActs } = await import('../demo/acts.ts');
      const acts = await allActs(context.now(), context.width);
      const wrong = acts.flatMap(({ parts }) => parts.filter((part) => !asExpected(part)));
      if (options.json) printJson(context, { asExpected: wrong.length === 0, acts });
      else print(context, acts, wrong.length);
      answer(wrong.length === 0 ? ExitCode.YES : ExitCode.NO);
    });
}

function asExpected(part: Part): boolean {
  return part.type === 'text' || part.report.verdict === part.must;
}

function print(context: Context, acts: readonly Act[], wrong: number): void {
  for (const [i, act] of acts.entries()) {
    context.out(`${i === 0 ? '' : '\n'}${context.paint.strong(`${i + 1}. ${act.title}`)}\n`);
    for (const part of act.parts) printPart(context, part);
  }
  const checks = acts.flatMap(({ parts }) => parts.filter(({ type }) => type === 'check')).length;
  const summary =
    wrong === 0 ? `${checks} checks, each as it must be` : `${wrong} of ${checks} checks not as they must be`;
  context.out(`\n${wrong === 0 ? context.paint.good(summary) : context.paint.bad(summary)}\n`);
  context.out(context.paint.faint('Next: quorate --help, or quorate policy check YOUR-POLICY.json\n'));
}

function printPart(context: Context, part: Part): void {
  if (part.type === 'text') {
    context.out('\n');
    for (const line of part.lines) {
      const words = line.trimStart();
      context.out(`${fold(words, context.width, ' '.repeat(2 + line.length - words.length))}\n`);
    }
    return;
  }
  const { subject, report, must } = part;
  const refused = must === 'fail' ? `${report.verdict === 'fail' ? 'refused' : 'NOT REFUSED'}: ` : '';
  context.out(`\n${fold(`${refused}${subject}`, context.width, '  ')}\n`);
  printFindings(context, report.findings, true);
}
