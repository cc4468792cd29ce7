import { analyzePolicy, type EffectiveUse, effectiveUse, type PolicyAnalysis } from '@quorate/policy/analysis';
import { reportOf } from '@quorate/report';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { approverIdentity, approversOf } from '../load/approver.ts';
import { loadRealPolicy } from '../load/guarded.ts';
import { loadPeople } from '../load/people.ts';
import { isoTimeOption } from '../options.ts';
import { printAnalysis } from '../print-analysis.ts';
import { printJson } from '../print-report.ts';
import { type FormatOptions, formatOf, printSarif, withFormat } from '../report-format.ts';
import { reading } from '../unusable.ts';

interface Options extends FormatOptions {
  readonly people?: string;
  readonly lost: readonly string[];
  readonly time?: number;
}

/** `policy analyze POLICY`: what it really allows. */
export function policyAnalyzeCommand(context: Context, answer: Answer): Command {
  return withFormat(new Command('analyze'))
    .description('Say what a policy really allows: fewest approvals, losses, collusion, windows, the weakest way in.')
    .argument('<policy>', 'REST JSON, text form, attestation XML, or modify approval token')
    .option('--people <file>', 'who holds which keys, and teams, as JSON')
    .option('--lost <key...>', 'keys that are lost: what remains without them', [])
    .option('--time <time>', 'the present, ISO 8601: judge when certificates of approvers expire', isoTimeOption)
    .addHelpText('after', '\nExample:\n  quorate policy analyze modify.request.json')
    .action(async (file: string, options: Options) => {
      const policy = await loadRealPolicy(context, file);
      const lost: string[] = [];
      for (const word of options.lost) lost.push(await approverIdentity(context, word, approversOf(policy), '--lost'));
      const people = options.people === undefined ? undefined : await loadPeople(context, options.people);
      const analysis = reading(options.people ?? file, () =>
        analyzePolicy(policy, {
          ...(people === undefined ? {} : { people }),
          ...(lost.length === 0 ? {} : { lost }),
          ...(options.time === undefined ? {} : { at: options.time }),
        }),
      );
      const use = reading(file, () => effectiveUse(policy));
      const findings = [...analysis.findings, ...use.findings];
      const format = formatOf(options);
      if (format === 'sarif') printSarif(context, reportOf(findings), file);
      else if (format === 'json') printJson(context, { ...analysis, effective: { use }, findings });
      else printAnalysis(context, analysis, use);
      answer(isDecided(analysis, use) ? ExitCode.YES : ExitCode.INCOMPLETE);
    });
}

function isDecided({ rules }: PolicyAnalysis, use: EffectiveUse): boolean {
  return use.decided && Object.values(rules).every(({ decided }) => decided);
}
