import { postQuantum } from '@quorate/crypto/post-quantum';
import { buildTbs, type CertificateProfile, type TbsRequest } from '@quorate/issue';
import { createManifest, fingerprintOf, writeManifest } from '@quorate/issue/manifest';
import type { RuleSetName } from '@quorate/lint';
import { encodeUtf8 } from '@quorate/syntax';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { asJson } from '../as-json.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { fingerprintLines } from '../issue/fingerprint-lines.ts';
import { madeOrRefused } from '../issue/made-or-refused.ts';
import { hexOption } from '../issue/random-option.ts';
import { ruleSetOption } from '../lint-options.ts';
import { loadCertificate, loadCsr } from '../load/certificate.ts';
import { loadSpki } from '../load/credential.ts';
import { loadPolicy } from '../load/policy.ts';
import { loadProfile } from '../load/profile.ts';
import { printLines } from '../print-lines.ts';
import { printFindings, printJson } from '../print-report.ts';
import { approverLines } from '../tbs-lines.ts';
import { fold, hex } from '../text.ts';
import { Unusable } from '../unusable.ts';

interface Options {
  readonly issuer?: string;
  readonly key?: string;
  readonly csr?: string;
  readonly random?: Uint8Array;
  readonly policy?: string;
  readonly lint?: readonly RuleSetName[];
  readonly manifest?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** Octets of a random serial number: 128 bits, twice what RFC 5280's users ask for. */
const SERIAL_OCTETS = 16;

/** `issue tbs PROFILE`: the bytes for the HSM to sign. */
export function issueTbsCommand(context: Context, answer: Answer): Command {
  return new Command('tbs')
    .description(
      'Build the TBSCertificate for the HSM to sign, and the manifest by which everybody can build it alone.',
    )
    .argument('<profile>', 'what the certificate must look like, JSON or YAML')
    .option('--issuer <file>', "the issuer's certificate, or `self`; default, with --key alone: self")
    .option('--key <file>', 'the public key to be certified')
    .option('--csr <file>', 'the CSR whose key is to be certified')
    .option('--random <hex>', 'for a random serial number, 8 to 20 octets; default: 16 from the system', hexOption)
    .option(
      '--policy <file>',
      "of the certified key, as the HSM attests it: refuses a CA's key that is guarded too weakly",
    )
    .option('--lint <set>', 'a set of rules beyond those of the profile, may be repeated', ruleSetOption)
    .option('--manifest <file>', 'write the manifest to this file')
    .option('--output <file>', 'write the TBS to this file')
    .option('--json', 'print the TBS in base64, the decisions and what lint found, as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate issue tbs root.profile.yaml --key ca-key.spki.der --manifest root.manifest.json --output root.tbs.der',
    )
    .action(async (file: string, options: Options) => {
      const profile = await loadProfile(context, file);
      const request = await requestOf(context, profile, options);
      const { issuer, key, csr, policy } = options;
      const making = {
        file,
        parts: { issuer, publicKey: key, csr, policy },
        what: 'TBS',
        next: `change ${file}; what can be allowed in writing, docs/profiles.md says`,
      };
      const built = madeOrRefused(context, answer, making, () => buildTbs(request));
      if (built === null) return;
      context.note('To be signed:');
      printLines(aside(context), approverLines(built.tbs));
      printLines(aside(context), fingerprintLines(fingerprintOf(built.tbs)));
      printFindings(aside(context), built.decisions);
      printFindings(
        aside(context),
        built.lint.findings.filter(({ outcome }) => outcome !== 'pass'),
      );
      if (options.manifest === undefined) noteDrawn(context, options, request);
      else await context.write(options.manifest, encodeUtf8(writeManifest(createManifest(request))));
      if (options.json) printJson(context, asJson(built));
      if (!options.json || options.output !== undefined) await deliver(context, built.tbs, options.output, 'binary');
      context.note(fold(nextOf(options), context.width, 'next: '));
      answer(ExitCode.YES);
    });
}

/** What to do with what was made. */
function nextOf({ manifest, output }: Options): string {
  const tbs = output ?? 'the TBS';
  if (manifest === undefined) return `have ${tbs} signed, then quorate issue assemble`;
  return `give ${manifest} to all who approve: quorate issue show ${manifest}; then quorate issue start ${manifest}`;
}

async function requestOf(context: Context, profile: CertificateProfile, options: Options): Promise<TbsRequest> {
  const { issuer, key, csr, policy, lint } = options;
  if (key === undefined && csr === undefined) {
    throw new Unusable('whose certificate: give --key or --csr', { next: 'see --help' });
  }
  if (issuer === undefined && csr !== undefined) {
    throw new Unusable("who issues it: give --issuer, the issuer's certificate or `self`", { next: 'see --help' });
  }
  const random = profile.serialNumber === 'random' ? (options.random ?? context.random(SERIAL_OCTETS)) : options.random;
  return {
    profile,
    issuer: issuer === undefined || issuer === 'self' ? 'self' : (await loadCertificate(context, issuer)).bytes,
    ...(key === undefined ? {} : { publicKey: await loadSpki(context, key) }),
    ...(csr === undefined ? {} : { csr: (await loadCsr(context, csr)).bytes }),
    ...(random === undefined ? {} : { randomBytes: random }),
    ...(policy === undefined ? {} : { policy: (await loadPolicy(context, policy)).policy }),
    ...(lint === undefined ? {} : { lint: { sets: lint } }),
    algorithms: postQuantum,
  };
}

/** Without a manifest nobody can build the TBS again but with the bytes that were drawn. */
function noteDrawn(context: Context, { random }: Options, { randomBytes }: TbsRequest): void {
  if (randomBytes === undefined || random !== undefined) return;
  context.note(`quorate: the serial number is drawn: whoever builds this again needs --random ${hex(randomBytes)}`);
}
