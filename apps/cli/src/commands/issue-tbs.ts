import { buildRootTbs, buildTbsFromCsr, readProfile } from '@quorate/issue';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { loadCertificate, loadCsr } from '../load/certificate.ts';
import { loadCredential } from '../load/credential.ts';
import { parseJsonFile } from '../load/json.ts';
import { printLines } from '../print-lines.ts';
import { tbsLines } from '../tbs-lines.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly key?: string;
  readonly csr?: string;
  readonly issuer?: string;
  readonly output?: string;
}

/** `issue tbs PROFILE`: the bytes for the HSM to sign. */
export function issueTbsCommand(context: Context, answer: Answer): Command {
  return new Command('tbs')
    .description('Build the TBSCertificate for the HSM to sign: a self-signed root (--key), or from a CSR.')
    .argument('<profile>', 'what the certificate must look like, as JSON')
    .option('--key <file>', "self-signed root: the CA's public key")
    .option('--csr <file>', 'the CSR whose key is to be certified')
    .option('--issuer <file>', "with --csr: the issuer's certificate")
    .option('--output <file>', 'write the TBS to this file')
    .addHelpText(
      'after',
      '\nExample:\n  quorate issue tbs root.profile.json --key ca-key.spki.der --output root.tbs.der',
    )
    .action(async (file: string, options: Options) => {
      const profile = await loadProfile(context, file);
      const tbs = await build(context, file, profile, options);
      context.note('To be signed:');
      printLines(aside(context), tbsLines(tbs));
      await deliver(context, tbs, options.output, 'binary');
      answer(ExitCode.YES);
    });
}

async function loadProfile(context: Context, file: string): Promise<ReturnType<typeof readProfile>> {
  const expected = 'a certificate profile';
  const value = parseJsonFile(file, await context.read(file), expected);
  return reading(file, () => readProfile(value), `${file} should be ${expected}; the README shows one`);
}

async function build(
  context: Context,
  file: string,
  profile: ReturnType<typeof readProfile>,
  { key, csr, issuer }: Options,
): Promise<Uint8Array> {
  if (key !== undefined && csr === undefined && issuer === undefined) {
    const publicKey = (await loadCredential(context, key)).publicKey.spki;
    return reading(file, () => buildRootTbs({ profile, publicKey }));
  }
  if (key === undefined && csr !== undefined && issuer !== undefined) {
    const request = await loadCsr(context, csr);
    const authority = await loadCertificate(context, issuer);
    return reading(file, () => buildTbsFromCsr({ profile, csr: request.bytes, issuer: authority.bytes }));
  }
  throw new Unusable('whose certificate: give --key for a root, or --csr with --issuer', { next: 'see --help' });
}
