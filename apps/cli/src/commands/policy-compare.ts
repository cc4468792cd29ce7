import { displayDuration, RULE_NAMES } from '@quorate/policy';
import { type Change, compareStrength, type Relation, type StrengthComparison } from '@quorate/policy/analysis';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { loadPolicy } from '../load/policy.ts';
import { namesOf } from '../print-analysis.ts';
import { printLines } from '../print-lines.ts';
import { printJson } from '../print-report.ts';
import { reading } from '../unusable.ts';

const CODES: Readonly<Record<Relation, ExitCode>> = {
  equal: ExitCode.YES,
  stricter: ExitCode.YES,
  looser: ExitCode.NO,
  incomparable: ExitCode.NO,
  undecided: ExitCode.INCOMPLETE,
};

/** `policy compare OLD NEW`: does the new one allow more. */
export function policyCompareCommand(context: Context, answer: Answer): Command {
  return new Command('compare')
    .description(
      'Compare what two policies allow, exactly, time included. Exit 0: equal or stricter; 1: looser or incomparable.',
    )
    .argument('<old>', 'REST JSON, text form, attestation XML, or modify approval token')
    .argument('<new>', 'likewise')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate policy compare modify.request.json modify.token.bin')
    .action(async (oldFile: string, newFile: string, options: { json?: boolean }) => {
      const before = (await loadPolicy(context, oldFile)).policy;
      const after = (await loadPolicy(context, newFile)).policy;
      const comparison = reading(newFile, () => compareStrength(before, after));
      if (options.json) printJson(context, comparison);
      else printComparison(context, comparison);
      answer(CODES[comparison.relation]);
    });
}

function printComparison(context: Context, { relation, rules, apart }: StrengthComparison): void {
  const weaker = relation === 'looser' || relation === 'incomparable';
  const word = weaker ? context.paint.bad(relation) : context.paint.good(relation);
  context.out(`the new policy is ${word}\n`);
  for (const name of RULE_NAMES) {
    const { relation: of, newlySufficient, newlyInsufficient } = rules[name];
    printLines(context, [
      [name, of],
      ...(newlySufficient === null ? [] : [['', `now enough:    ${inWords(newlySufficient)}`] as const]),
      ...(newlyInsufficient === null ? [] : [['', `no more enough: ${inWords(newlyInsufficient)}`] as const]),
    ]);
  }
  if (apart.length > 0) context.out('differences that make neither stronger\n');
  for (const difference of apart) printLines(context, [['', JSON.stringify(difference)]]);
}

function inWords({ approvers, elapsed }: Change): string {
  const who = approvers.length === 0 ? 'nobody' : namesOf(approvers);
  return `${who}, ${elapsed === 0 ? 'at once' : `${displayDuration(elapsed)} after the timestamp`}`;
}
