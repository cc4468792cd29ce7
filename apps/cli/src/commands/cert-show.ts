import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { certificateJson } from '../certificate-json.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { loadCertificate } from '../load/certificate.ts';
import { printCertificate } from '../print-certificate.ts';
import { printJson } from '../print-report.ts';
import { reading } from '../unusable.ts';

/** `cert show CERT`: what a certificate says. */
export function certShowCommand(context: Context, answer: Answer): Command {
  return new Command('show')
    .description('Show what a certificate says. Judges nothing: see `cert check`.')
    .argument('<certificate>', 'PEM or DER')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate cert show issued.cert.der')
    .action(async (file: string, options: { json?: boolean }) => {
      const certificate = await loadCertificate(context, file);
      reading(file, () => {
        if (options.json) printJson(context, certificateJson(certificate));
        else printCertificate(context, certificate);
      });
      answer(ExitCode.YES);
    });
}
