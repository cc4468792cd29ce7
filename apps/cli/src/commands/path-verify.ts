import { verifyPath } from '@quorate/verify';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { exitCodeOf } from '../exit-code.ts';
import { loadTarget, type PathOptions, pathRequestOf, withPathOptions } from '../path-options.ts';
import { printPathReport } from '../print-path.ts';
import { derDetails, type FormatOptions, formatOf, printReportAs, withFormat } from '../report-format.ts';

/** `path verify TARGET --anchor FILE...`: does a path lead from somebody trusted to this certificate. */
export function pathVerifyCommand(context: Context, answer: Answer): Command {
  const command = new Command('verify')
    .description('Look for a certification path from a trust anchor to a certificate, and judge it by RFC 5280.')
    .argument('<target>', 'a certificate, PEM or DER; further ones in the file are intermediates');
  return withFormat(withPathOptions(command))
    .addHelpText(
      'after',
      '\nExample:\n  quorate path verify leaf.pem --anchor root.pem --intermediate ca.pem --time 2024-08-14T18:03:02Z',
    )
    .action(async (file: string, options: PathOptions & FormatOptions) => {
      const request = await pathRequestOf(context, options);
      const [target, others] = await loadTarget(context, file);
      const report = verifyPath({ ...request, target, intermediates: [...others, ...(request.intermediates ?? [])] });
      if (formatOf(options) !== 'text') {
        answer(printReportAs(context, report, file, options, await derDetails(context, file, options)));
      } else {
        printPathReport(context, report);
        answer(exitCodeOf(report));
      }
    });
}
