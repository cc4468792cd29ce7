import { postQuantum } from '@quorate/crypto/post-quantum';
import { type CertificateRequestSources, toCertificateRequest } from '@quorate/tsb';
import { checkReturnedAgainstTbs, checkReturnedCertificate, type RequestReport } from '@quorate/verify/request';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCertificate, loadCertificateDer, loadCsr } from '../load/certificate.ts';
import { expectedByManifest, expectedByProfile } from '../load/expected-tbs.ts';
import { loadPublicKey } from '../load/public-key.ts';
import { loadRequest } from '../load/request.ts';
import { nodePlatform } from '../node-platform.ts';
import { printReport } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly request?: string;
  readonly manifest?: string;
  readonly profile?: string;
  readonly issuer?: string;
  readonly csr?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** `cert check CERT --request REQUEST.json`, or `--manifest`, or `--profile`: is what came back what was asked for. */
export function certCheckCommand(context: Context, answer: Answer): Command {
  return new Command('check')
    .description(
      'Check a returned certificate, field by field, against what was asked for: a REST request, manifest or profile.',
    )
    .argument('<certificate>', 'PEM or DER')
    .option(
      '--request <file>',
      'the body that asked: selfSignCertificateRequest, csrSignRequest or signCertificateRequest, as JSON',
    )
    .option('--manifest <file>', 'or the manifest, the *.quorate.json or the TBS that was approved: byte for byte')
    .option('--profile <file>', 'or the profile that it was to be made from, with --key or --csr: byte for byte')
    .option('--issuer <file>', "the issuer's certificate: also verify the signature")
    .option('--csr <file>', 'the CSR, where the request does not carry it')
    .option('--key <file>', 'the public key, as the HSM attests it, where the request only names it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate cert check issued.cert.der --request sign.request.json --csr subject.csr.der\n' +
        '  quorate cert check root.cert.der --manifest root.manifest.json',
    )
    .action(async (file: string, options: Options) => {
      const certificate = await loadCertificateDer(context, file);
      const report = await reportOn(context, certificate, options);
      answer(printReport(context, report, options.json === true));
    });
}

const MEANS = { platform: nodePlatform, algorithms: postQuantum } as const;

async function reportOn(context: Context, certificate: Uint8Array, options: Options): Promise<RequestReport> {
  const { request, manifest, profile } = options;
  const given = [request, manifest, profile].filter((each) => each !== undefined).length;
  if (given !== 1) {
    throw new Unusable(`what it is checked against: give one of --request, --manifest and --profile`, {
      next: 'a certificate by itself is judged by `quorate cert verify` and `quorate cert lint`',
    });
  }
  if (request !== undefined) return byRequest(context, certificate, request, options);
  if (manifest !== undefined && (options.key ?? options.csr) !== undefined) {
    throw new Unusable(`--key and --csr do not go with --manifest: ${manifest} says which key`);
  }
  const expected =
    manifest !== undefined
      ? await expectedByManifest(context, manifest)
      : await expectedByProfile(context, profile as string, certificate, options);
  const issuer = options.issuer === undefined ? expected.issuer : await loadCertificate(context, options.issuer);
  return checkReturnedAgainstTbs(certificate, expected.tbs, { ...MEANS, ...(issuer === null ? {} : { issuer }) });
}

async function byRequest(
  context: Context,
  certificate: Uint8Array,
  file: string,
  options: Options,
): Promise<RequestReport> {
  const body = await loadRequest(context, file, [
    'selfSignCertificateRequest',
    'csrSignRequest',
    'signCertificateRequest',
  ]);
  if (body.type === 'selfSignCertificateRequest' && (options.issuer ?? options.csr) !== undefined) {
    throw new Unusable(`${file}: a self-signed certificate has neither --issuer nor --csr`, {
      next: 'leave them out; --key gives the key as the HSM attests it',
    });
  }
  const sources: CertificateRequestSources = {
    ...(options.csr === undefined ? {} : { csr: await loadCsr(context, options.csr) }),
    ...(options.key === undefined ? {} : { publicKey: await loadPublicKey(context, options.key) }),
  };
  const request = reading(file, () => toCertificateRequest(body, sources));
  const issuer = options.issuer === undefined ? {} : { issuer: await loadCertificate(context, options.issuer) };
  return checkReturnedCertificate(certificate, request, { ...issuer, ...MEANS });
}
