import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { csrJson } from '../certificate-json.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { loadCsr } from '../load/certificate.ts';
import { printCsr } from '../print-certificate.ts';
import { printJson } from '../print-report.ts';
import { reading } from '../unusable.ts';

/** `csr show CSR`: what a CSR asks for. */
export function csrShowCommand(context: Context, answer: Answer): Command {
  return new Command('show')
    .description('Show what a CSR asks for. Verifies nothing: see `csr check`.')
    .argument('<csr>', 'PKCS#10, PEM or DER')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate csr show subject.csr.der')
    .action(async (file: string, options: { json?: boolean }) => {
      const csr = await loadCsr(context, file);
      reading(file, () => {
        if (options.json) printJson(context, csrJson(csr));
        else printCsr(context, csr);
      });
      answer(ExitCode.YES);
    });
}
