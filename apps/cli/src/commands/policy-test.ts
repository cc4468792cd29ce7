import { mutationCoverage, readPolicyCases, runPolicyCases } from '@quorate/policy/cases';
import { reportOf } from '@quorate/report';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadRealPolicy } from '../load/guarded.ts';
import { parseJsonFile } from '../load/json.ts';
import { type FormatOptions, printReportAs, withFormat } from '../report-format.ts';
import { reading } from '../unusable.ts';

interface Options extends FormatOptions {
  readonly coverage?: boolean;
}

/** `policy test POLICY CASES`: does it answer as its authors expect. */
export function policyTestCommand(context: Context, answer: Answer): Command {
  return withFormat(new Command('test'))
    .description(
      'Ask a policy the questions of a file of cases. --coverage: would the cases notice changes to the policy?',
    )
    .argument('<policy>', 'REST JSON, text form, attestation XML, or modify approval token')
    .argument('<cases>', 'approvals at times and the answer expected, as JSON; see docs/policy-cases.md')
    .option('--coverage', 'also change the policy in many small ways, and report changes that no case notices')
    .addHelpText('after', '\nExample:\n  quorate policy test create-key.request.json policy.cases.json')
    .action(async (file: string, casesFile: string, options: Options) => {
      const policy = await loadRealPolicy(context, file);
      const value = parseJsonFile(casesFile, await context.read(casesFile), 'a file of policy cases');
      const cases = reading(casesFile, () => readPolicyCases(value), `${casesFile} should be a file of policy cases`);
      const { findings } = reading(casesFile, () => runPolicyCases(policy, cases));
      const coverage = options.coverage ? mutationCoverage(policy, cases).findings : [];
      answer(printReportAs(context, reportOf([...findings, ...coverage]), casesFile, options));
    });
}
