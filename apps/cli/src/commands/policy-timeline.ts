import { displayDuration, RULE_NAMES, type RuleName } from '@quorate/policy';
import { type ApprovalEvent, timeline } from '@quorate/policy/analysis';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { approverIdentity, approversOfRule } from '../load/approver.ts';
import { loadRealPolicy } from '../load/guarded.ts';
import { secondsOption } from '../options.ts';
import { printJson } from '../print-report.ts';

interface Options {
  readonly rule: RuleName;
  readonly approval: readonly string[];
  readonly json?: boolean;
}

/** `policy timeline POLICY`: when is a rule met, given approvals at times. */
export function policyTimelineCommand(context: Context, answer: Answer): Command {
  return new Command('timeline')
    .description('When does a rule become and stop being met, given approvals at times? Exit 1: never.')
    .argument('<policy>', 'REST JSON, text form, attestation XML, or modify approval token')
    .addOption(new Option('--rule <name>', 'the operation').choices([...RULE_NAMES]).makeOptionMandatory())
    .option('--approval <key@seconds...>', "who approved when, in seconds after the HSM's timestamp", [])
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate policy timeline create-key.request.json --rule use --approval ApproverKey1@90',
    )
    .action(async (file: string, options: Options) => {
      const rule = (await loadRealPolicy(context, file)).rules[options.rule];
      const events: ApprovalEvent[] = [];
      for (const word of options.approval) {
        const [, who = word, at = '0'] = /^(.*)@([^@]*)$/.exec(word) ?? [];
        const identity = await approverIdentity(context, who, approversOfRule(rule), '--approval');
        events.push({ identity, at: secondsOption(at) });
      }
      const met = timeline(rule, events);
      if (options.json) printJson(context, { met });
      else if (met.length === 0) context.out('the rule is never met\n');
      else
        for (const { from, to } of met)
          context.out(`met from ${inWords(from)} to ${to === null ? 'for ever' : inWords(to)}\n`);
      answer(met.length === 0 ? ExitCode.NO : ExitCode.YES);
    });
}

function inWords(seconds: number): string {
  return seconds === 0 ? 'the timestamp on' : `${displayDuration(seconds)} after the timestamp`;
}
