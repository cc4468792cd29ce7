import { compareAttestedPolicy, verifyAttestation } from '@quorate/attestation';
import { type Report, reportOf } from '@quorate/report';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCredential } from '../load/credential.ts';
import { loadPolicy } from '../load/policy.ts';
import { loadSignature } from '../load/signature.ts';
import { printReport } from '../print-report.ts';
import { reading } from '../unusable.ts';

interface Options {
  readonly signature: string;
  readonly key: string;
  readonly policy?: string;
  readonly json?: boolean;
}

/** `attestation verify XML --signature SIG --key KEY`: did this attestation key sign these bytes. */
export function attestationVerifyCommand(context: Context, answer: Answer): Command {
  return new Command('verify')
    .description("Verify the HSM's signature over an attestation, and optionally that it attests a given policy.")
    .argument('<xml>', 'the attestation, exactly as the HSM signed it (two line feeds at its end included)')
    .requiredOption('--signature <file>', 'the signature, binary or base64')
    .requiredOption('--key <file>', 'the attestation key, PEM or DER')
    .option('--policy <file>', 'the policy it should attest: REST JSON, another attestation, a modify approval token')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate attestation verify sign.attestation.xml --signature sign.attestation.sig --key attestation-key.spki.der',
    )
    .action(async (file: string, options: Options) => {
      const bytes = await context.read(file);
      const signature = await loadSignature(context, options.signature);
      const key = (await loadCredential(context, options.key)).publicKey.spki;
      const { attestation, report } = reading(
        file,
        () => verifyAttestation({ bytes, signature, key }),
        `${file} should be an attestation XML`,
      );
      const { policy } =
        options.policy === undefined ? { policy: undefined } : await loadPolicy(context, options.policy);
      const comparison: readonly Report['findings'][number][] =
        policy === undefined ? [] : compareAttestedPolicy(attestation, policy).findings;
      answer(printReport(context, reportOf([...report.findings, ...comparison]), options.json === true));
    });
}
