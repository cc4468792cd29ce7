import { type LintKind, lint, type RuleSetName, sarifRules } from '@quorate/lint';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { exitCodeOf } from '../exit-code.ts';
import { ruleOption, ruleSetOption, selectionOf } from '../lint-options.ts';
import { loadLintObject } from '../load/lint-object.ts';
import { printLintReport } from '../print-lint.ts';
import { derDetails, type FormatOptions, formatOf, printReportAs, withFormat } from '../report-format.ts';

interface Options extends FormatOptions {
  readonly kind?: LintKind;
  readonly set?: readonly RuleSetName[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly passed?: boolean;
}

/** `cert lint FILE`: what the rules say about a certificate, a TBSCertificate, a CSR or a CRL. */
export function certLintCommand(context: Context, answer: Answer): Command {
  const command = new Command('lint')
    .description('Hold a certificate, a TBSCertificate, a CSR or a CRL against rules: RFC 5280, and more on demand.')
    .argument('<file>', 'PEM or DER')
    .addOption(
      new Option('--kind <kind>', 'what it is, where that cannot be told').choices([
        'certificate',
        'tbs',
        'csr',
        'crl',
      ]),
    )
    .option('--set <name>', 'a set of rules, may be repeated; default: rfc5280', ruleSetOption)
    .option('--include <rule>', 'one more rule, may be repeated', ruleOption)
    .option('--exclude <rule>', 'a rule less, may be repeated', ruleOption)
    .option('--passed', 'also name the rules that are kept');
  return withFormat(command)
    .addHelpText('after', '\nExample:\n  quorate cert lint root.pem --set rfc5280 --set hsm')
    .action(async (file: string, options: Options) => {
      const report = lint(await loadLintObject(context, file, options.kind), selectionOf(options));
      if (formatOf(options) !== 'text') {
        const details = { rules: sarifRules(), ...(await derDetails(context, file, options)) };
        answer(printReportAs(context, report, file, options, details));
      } else {
        printLintReport(context, report, options.passed === true);
        answer(exitCodeOf(report));
      }
    });
}
