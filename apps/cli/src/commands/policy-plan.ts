import { writePolicyJson } from '@quorate/policy';
import { type Migration, planMigration } from '@quorate/policy/analysis';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { approverIdentity, approversOf } from '../load/approver.ts';
import { loadPolicy } from '../load/policy.ts';
import { printLines } from '../print-lines.ts';
import { printJson } from '../print-report.ts';
import { reading } from '../unusable.ts';

interface Options {
  readonly lost: readonly string[];
  readonly pending: readonly string[];
  readonly rehearse?: boolean;
  readonly json?: boolean;
}

/** `policy plan FROM TO`: the way from one policy to another. */
export function policyPlanCommand(context: Context, answer: Answer): Command {
  return new Command('plan')
    .description('Plan the way from one policy to another under its own modify rule, no step weaker than both ends.')
    .argument('<from>', 'REST JSON, text form, attestation XML, or modify approval token')
    .argument('<to>', 'likewise')
    .option('--lost <key...>', 'keys that will never approve again', [])
    .option('--pending <key...>', 'keys that are still to be enrolled', [])
    .option('--rehearse', 'first a policy with the alternatives of both, then the new one alone')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate policy plan create-key.request.json modify.request.json')
    .action(async (fromFile: string, toFile: string, options: Options) => {
      const from = (await loadPolicy(context, fromFile)).policy;
      const to = (await loadPolicy(context, toFile)).policy;
      const approvers = [...approversOf(from), ...approversOf(to)];
      const identities = async (words: readonly string[], option: string): Promise<string[]> =>
        Promise.all(words.map((word) => approverIdentity(context, word, approvers, option)));
      const lost = await identities(options.lost, '--lost');
      const pending = await identities(options.pending, '--pending');
      const plan = reading(toFile, () =>
        planMigration(from, to, { lost, pending, rehearse: options.rehearse === true }),
      );
      if (options.json) printJson(context, planJson(plan));
      else printPlan(context, plan);
      answer(plan.type === 'plan' ? ExitCode.YES : ExitCode.NO);
    });
}

function planJson(plan: Migration): unknown {
  if (plan.type !== 'plan') return plan;
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, policy: writePolicyJson(step.policy) })) };
}

function printPlan(context: Context, plan: Migration): void {
  if (plan.type !== 'plan') {
    context.out(`${context.paint.bad('there is no way')}: ${plan.why}\n`);
    return;
  }
  if (plan.steps.length === 0) context.out('the policies are the same: nothing to do\n');
  for (const [i, step] of plan.steps.entries()) {
    context.out(`${context.paint.strong(`step ${i + 1}`)}\n`);
    printLines(context, [['', step.words]]);
  }
  if (plan.gaps.length > 0) context.out(`until keys are enrolled nobody can meet: ${plan.gaps.join(', ')}\n`);
}
