import { type CertificateRequestSources, toCertificateRequest } from '@quorate/tsb';
import { checkReturnedCertificate } from '@quorate/verify/request';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCertificate, loadCertificateDer, loadCsr } from '../load/certificate.ts';
import { loadCredential } from '../load/credential.ts';
import { loadRequest } from '../load/request.ts';
import { printReport } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly request: string;
  readonly issuer?: string;
  readonly csr?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** `cert check CERT --request REQUEST.json`: is what came back what was asked for. */
export function certCheckCommand(context: Context, answer: Answer): Command {
  return new Command('check')
    .description('Check a returned certificate against the REST request that asked for it, field by field.')
    .argument('<certificate>', 'PEM or DER')
    .requiredOption(
      '--request <file>',
      'the body that asked: selfSignCertificateRequest, csrSignRequest or signCertificateRequest, as JSON',
    )
    .option('--issuer <file>', "the issuer's certificate: also verify the signature")
    .option('--csr <file>', 'the CSR, where the request does not carry it')
    .option('--key <file>', 'the public key, as the HSM attests it, where the request only names it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  quorate cert check issued.cert.der --request sign.request.json --csr subject.csr.der',
    )
    .action(async (file: string, options: Options) => {
      const certificate = await loadCertificateDer(context, file);
      const body = await loadRequest(context, options.request, [
        'selfSignCertificateRequest',
        'csrSignRequest',
        'signCertificateRequest',
      ]);
      if (body.type === 'selfSignCertificateRequest' && (options.issuer ?? options.csr) !== undefined) {
        throw new Unusable(`${options.request}: a self-signed certificate has neither --issuer nor --csr`, {
          next: 'leave them out; --key gives the key as the HSM attests it',
        });
      }
      const sources: CertificateRequestSources = {
        ...(options.csr === undefined ? {} : { csr: await loadCsr(context, options.csr) }),
        ...(options.key === undefined
          ? {}
          : { publicKey: (await loadCredential(context, options.key)).publicKey.spki }),
      };
      const request = reading(options.request, () => toCertificateRequest(body, sources));
      const issuer = options.issuer === undefined ? {} : { issuer: await loadCertificate(context, options.issuer) };
      const report = checkReturnedCertificate(certificate, request, issuer);
      answer(printReport(context, report, options.json === true));
    });
}
