import { attestationNotices, parseAttestation } from '@quorate/attestation';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { attestationJson, printAttestation } from '../print-attestation.ts';
import { printFindings, printJson } from '../print-report.ts';
import { reading } from '../unusable.ts';

/** `attestation show XML`: what an HSM states of a key, believed or not. */
export function attestationShowCommand(context: Context, answer: Answer): Command {
  return new Command('show')
    .description('Show what an attestation states about a key. Verifies nothing: see `attestation verify`.')
    .argument('<xml>', 'the attestation, as the HSM signed it')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate attestation show sign.attestation.xml')
    .action(async (file: string, options: { json?: boolean }) => {
      const bytes = await context.read(file);
      const attestation = reading(file, () => parseAttestation(bytes), `${file} should be an attestation XML`);
      if (options.json) printJson(context, attestationJson(attestation));
      else {
        printAttestation(context, attestation);
        context.out('\nNotice\n');
        printFindings(context, attestationNotices(attestation));
        context.out('\nThe signature was not checked: `quorate attestation verify` does that.\n');
      }
      answer(ExitCode.YES);
    });
}
