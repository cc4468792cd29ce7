import { postQuantum } from '@quorate/crypto/post-quantum';
import { decideFromRequest, IssueError } from '@quorate/issue';
import { type Finding, reportOf } from '@quorate/report';
import { toCsrRequest } from '@quorate/tsb';
import { type CertificateRequest, checkReturnedCsr } from '@quorate/verify/request';
import { parseCertificationRequest, X509Error } from '@quorate/x509';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { loadCsrDer } from '../load/certificate.ts';
import { loadProfile } from '../load/profile.ts';
import { loadPublicKey } from '../load/public-key.ts';
import { loadRequest } from '../load/request.ts';
import { printReport } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly request?: string;
  readonly key?: string;
  readonly profile?: string;
  readonly json?: boolean;
}

/** `csr check CSR`: does its maker hold the key, and is it what was asked for. */
export function csrCheckCommand(context: Context, answer: Answer): Command {
  return new Command('check')
    .description('Check a CSR: proof of possession, key strength, and the REST request that asked for it if given.')
    .argument('<csr>', 'PKCS#10, PEM or DER')
    .option('--request <file>', 'the body that asked: csrSignRequest, as JSON')
    .option('--key <file>', 'with --request: the public key, as the HSM attests it')
    .option('--profile <file>', 'a certificate profile: also say what its rules (`csr`) make of all that is asked for')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate csr check subject.csr.der --profile root.profile.yaml')
    .action(async (file: string, options: Options) => {
      const csr = await loadCsrDer(context, file);
      const checked = checkReturnedCsr(csr, await asked(context, options), { algorithms: postQuantum });
      const decided = options.profile === undefined ? [] : await decisions(context, options.profile, csr);
      const report = { ...checked, ...reportOf([...checked.findings, ...decided]) };
      answer(printReport(context, report, options.json === true));
    });
}

/** What the rules of a profile make of a request. Whatever it asks for, the rules themselves must be right. */
async function decisions(context: Context, file: string, csr: Uint8Array): Promise<readonly Finding[]> {
  const profile = await loadProfile(context, file);
  try {
    const request = parseCertificationRequest(csr);
    return reading(file, () => decideFromRequest(profile, request)).decisions.map(({ finding }) => finding);
  } catch (error) {
    const unreadable = error instanceof X509Error || isMalformed(error instanceof Unusable ? error.cause : error);
    if (!unreadable) throw error;
    const message = 'what it asks for cannot be read, so nothing is decided about it';
    return [{ id: 'issue.csr-undecided', outcome: 'not-checked', where: 'csr', message }];
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof IssueError && error.code === 'request-malformed';
}

async function asked(context: Context, { request, key }: Options): Promise<CertificateRequest | null> {
  if (request === undefined) {
    if (key !== undefined) throw new Unusable('--key goes with --request', { next: 'see --help' });
    return null;
  }
  const body = await loadRequest(context, request, ['csrSignRequest']);
  const publicKey = key === undefined ? undefined : await loadPublicKey(context, key);
  return reading(request, () => toCsrRequest(body, publicKey));
}
