import {
  compareAttestedPolicy,
  parseAttestation,
  verifyAttestation,
  verifyAttestationChain,
} from '@quorate/attestation';
import { type Finding, reportOf } from '@quorate/report';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCertificates } from '../load/certificate.ts';
import { loadCredential } from '../load/credential.ts';
import { loadPolicy } from '../load/policy.ts';
import { loadSignature } from '../load/signature.ts';
import { isoTimeOption } from '../options.ts';
import { printReport } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly signature: string;
  readonly key?: string;
  readonly chain?: readonly string[];
  readonly anchor?: string;
  readonly time?: number;
  readonly policy?: string;
  readonly json?: boolean;
}

/** `attestation verify XML --signature SIG --key KEY`: did this attestation key sign these bytes. */
export function attestationVerifyCommand(context: Context, answer: Answer): Command {
  return new Command('verify')
    .description("Verify the HSM's signature over an attestation, and optionally that it attests a given policy.")
    .argument('<xml>', 'the attestation, exactly as the HSM signed it (two line feeds at its end included)')
    .requiredOption('--signature <file>', 'the signature, binary or base64')
    .option('--key <file>', 'the attestation key that you trust, PEM or DER')
    .option('--chain <file...>', "or: the attestation key's certificates, its own first, PEM or DER")
    .option('--anchor <file>', 'with --chain: the root certificate that you trust')
    .option(
      '--time <time>',
      'with --chain: when it must be valid, ISO 8601; default: when the key was attested',
      isoTimeOption,
    )
    .option('--policy <file>', 'the policy it should attest: REST JSON, another attestation, a modify approval token')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate attestation verify sign.attestation.xml --signature sign.attestation.sig --key attestation-key.spki.der',
    )
    .action(async (file: string, options: Options) => {
      const bytes = await context.read(file);
      const signature = await loadSignature(context, options.signature);
      const next = `${file} should be an attestation XML`;
      const { attestTime } = reading(file, () => parseAttestation(bytes), next);
      const trusted = await trustedKey(context, options, attestTime);
      const { attestation, report } = reading(
        file,
        () => verifyAttestation({ bytes, signature, key: trusted.key }),
        next,
      );
      const { policy } =
        options.policy === undefined ? { policy: undefined } : await loadPolicy(context, options.policy);
      const comparison: readonly Finding[] =
        policy === undefined ? [] : compareAttestedPolicy(attestation, policy).findings;
      answer(
        printReport(context, reportOf([...trusted.findings, ...report.findings, ...comparison]), options.json === true),
      );
    });
}

/** The key that was given, or the one that a chain certifies, with what was found about the chain. */
async function trustedKey(
  context: Context,
  options: Options,
  attestTime: number,
): Promise<{ readonly key: Uint8Array; readonly findings: readonly Finding[] }> {
  const { key, chain, anchor, time = attestTime } = options;
  if (key !== undefined && chain === undefined && anchor === undefined) {
    if (options.time !== undefined) throw new Unusable('--time goes with --chain: a bare key has no dates');
    return { key: (await loadCredential(context, key)).publicKey.spki, findings: [] };
  }
  if (key !== undefined || chain === undefined || anchor === undefined) {
    throw new Unusable('what to trust: give --key, or --chain with --anchor', { next: 'see --help' });
  }
  const certificates: Uint8Array[] = [];
  for (const file of chain) certificates.push(...(await loadCertificates(context, file)));
  const [root, ...others] = await loadCertificates(context, anchor);
  if (root === undefined || others.length > 0) throw new Unusable(`${anchor}: expected one certificate, the root`);
  if (certificates.length > 8) throw new Unusable(`--chain: ${certificates.length} certificates, the limit is 8`);
  const verified = reading('--chain', () => verifyAttestationChain({ certificates, anchor: root, time }));
  return { key: verified.key, findings: verified.report.findings };
}
