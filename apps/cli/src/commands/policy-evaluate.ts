import { evaluateRule, RULE_NAMES, type RuleName } from '@quorate/policy';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { approverIdentity, approversOfRule } from '../load/approver.ts';
import { loadPolicy } from '../load/policy.ts';
import { secondsOption } from '../options.ts';
import { printEvaluation } from '../print-evaluation.ts';
import { printJson } from '../print-report.ts';
import { printable } from '../text.ts';
import { Unusable } from '../unusable.ts';

interface Options {
  readonly rule: RuleName;
  readonly approver: readonly string[];
  readonly elapsed: number;
  readonly json?: boolean;
}

/** `policy evaluate POLICY`: would these approvals do, at this time. */
export function policyEvaluateCommand(context: Context, answer: Answer): Command {
  return new Command('evaluate')
    .description('Would these approvals satisfy a rule, so long after the timestamp; and if not, what is missing?')
    .argument('<policy>', 'REST JSON (a policy or a request with one), attestation XML, or modify approval token')
    .addOption(new Option('--rule <name>', 'the operation').choices([...RULE_NAMES]).makeOptionMandatory())
    .option(
      '--approver <key...>',
      'who approved: key or certificate file, base64, fingerprint, or name in the rule',
      [],
    )
    .option('--elapsed <seconds>', "whole seconds since the HSM's timestamp", secondsOption, 0)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate policy evaluate create-key.request.json --rule use --approver ApproverKey1 --elapsed 60',
    )
    .action(async (file: string, options: Options) => {
      const { policy } = await loadPolicy(context, file);
      if (policy === null) throw new Unusable(`${file}: the key has no policy, so there is no rule to evaluate`);
      const rule = policy.rules[options.rule];
      const approvals: string[] = [];
      for (const word of options.approver) approvals.push(await approverIdentity(context, word, approversOfRule(rule)));
      const evaluation = evaluateRule(rule, { approvals, elapsed: options.elapsed });
      const listed = new Set(
        evaluation.tokens.flatMap(({ groups }) =>
          groups.flatMap(({ approvers }) => approvers.map(({ identity }) => identity)),
        ),
      );
      for (const [i, identity] of approvals.entries()) {
        if (!listed.has(identity))
          context.note(printable(`quorate: --approver ${options.approver[i]}: no group of the rule names this key`));
      }
      if (policy.blocked === true) context.note('quorate: the key is blocked: nothing but unblocking it will work');
      if (options.json) printJson(context, evaluation);
      else printEvaluation(context, options.rule, evaluation);
      answer(evaluation.satisfied ? ExitCode.YES : ExitCode.NO);
    });
}
