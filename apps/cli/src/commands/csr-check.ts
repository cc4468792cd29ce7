import { toCsrRequest } from '@quorate/tsb';
import { type CertificateRequest, checkReturnedCsr } from '@quorate/verify/request';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCsrDer } from '../load/certificate.ts';
import { loadCredential } from '../load/credential.ts';
import { loadRequest } from '../load/request.ts';
import { printReport } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly request?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** `csr check CSR`: does its maker hold the key, and is it what was asked for. */
export function csrCheckCommand(context: Context, answer: Answer): Command {
  return new Command('check')
    .description('Check a CSR: proof of possession, key strength, and the REST request that asked for it if given.')
    .argument('<csr>', 'PKCS#10, PEM or DER')
    .option('--request <file>', 'the body that asked: csrSignRequest, as JSON')
    .option('--key <file>', 'with --request: the public key, as the HSM attests it')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate csr check subject.csr.der')
    .action(async (file: string, options: Options) => {
      const csr = await loadCsrDer(context, file);
      const report = checkReturnedCsr(csr, await asked(context, options));
      answer(printReport(context, report, options.json === true));
    });
}

async function asked(context: Context, { request, key }: Options): Promise<CertificateRequest | null> {
  if (request === undefined) {
    if (key !== undefined) throw new Unusable('--key goes with --request', { next: 'see --help' });
    return null;
  }
  const body = await loadRequest(context, request, ['csrSignRequest']);
  const publicKey = key === undefined ? undefined : (await loadCredential(context, key)).publicKey.spki;
  return reading(request, () => toCsrRequest(body, publicKey));
}
