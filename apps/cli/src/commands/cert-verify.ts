import { lint, type RuleSetName, readLintObject, sarifRules } from '@quorate/lint';
import { verdictOf } from '@quorate/report';
import { verifyPath } from '@quorate/verify';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { exitCodeOf } from '../exit-code.ts';
import { ruleSetOption } from '../lint-options.ts';
import { loadTarget, type PathOptions, pathRequestOf, withPathOptions } from '../path-options.ts';
import { printPathReport } from '../print-path.ts';
import { derDetails, type FormatOptions, formatOf, printReportAs, withFormat } from '../report-format.ts';

interface Options extends PathOptions, FormatOptions {
  readonly lint?: readonly RuleSetName[];
}

/** `cert verify CERT --anchor FILE...`: all that can be said of one certificate: its path, and rules on demand. */
export function certVerifyCommand(context: Context, answer: Answer): Command {
  const command = new Command('verify')
    .description('Verify a certificate: the path to a trust anchor as `path verify`, and rules of lint on demand.')
    .argument('<certificate>', 'PEM or DER; further certificates in the file are intermediates')
    .option('--lint <set>', 'also hold it against a set of rules, may be repeated: rfc5280, hsm, ...', ruleSetOption);
  return withFormat(withPathOptions(command))
    .addHelpText('after', '\nExample:\n  quorate cert verify leaf.pem --anchor root.pem --intermediate ca.pem')
    .action(async (file: string, options: Options) => {
      const request = await pathRequestOf(context, options);
      const [target, others] = await loadTarget(context, file);
      const path = verifyPath({ ...request, target, intermediates: [...others, ...(request.intermediates ?? [])] });
      const linted =
        options.lint === undefined
          ? []
          : lint(readLintObject('certificate', target.der), { sets: options.lint }).findings;
      const findings = [...path.findings, ...linted];
      const report = { ...path, verdict: verdictOf(findings), findings };
      if (formatOf(options) !== 'text') {
        const details = { rules: sarifRules(), ...(await derDetails(context, file, options)) };
        answer(printReportAs(context, report, file, options, details));
      } else {
        const broken = linted.filter(({ outcome }) => outcome !== 'pass');
        printPathReport(context, { ...report, findings: [...path.findings, ...broken] });
        answer(exitCodeOf(report));
      }
    });
}
