import { postQuantum } from '@quorate/crypto/post-quantum';
import {
  buildTbsCertList,
  type CertListRequest,
  readCrlProfile,
  readRevocations,
  readTbsCertList,
} from '@quorate/issue';
import { parseCertificateList } from '@quorate/x509';
import { Command, InvalidArgumentError } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { madeOrRefused } from '../issue/made-or-refused.ts';
import { loadCertificate } from '../load/certificate.ts';
import { loadData } from '../load/data.ts';
import { derOf } from '../load/der.ts';
import { isoTimeOption } from '../options.ts';
import { printCrl } from '../print-crl.ts';
import { printFindings } from '../print-report.ts';
import { fold } from '../text.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly issuer: string;
  readonly number: bigint;
  readonly revoked?: string;
  readonly base?: bigint;
  readonly previous?: string;
  readonly previousIssuer?: string;
  readonly thisUpdate?: number;
  readonly nextUpdate?: number;
  readonly output?: string;
}

const EXPECTED = "a CRL's profile: `signatureAlgorithm`, `period`, scope";

/** `crl make PROFILE --issuer CERT --number N`: the TBSCertList for the HSM to sign. */
export function crlMakeCommand(context: Context, answer: Answer): Command {
  return new Command('make')
    .description('Build the TBSCertList of a CRL, for the HSM to sign; `issue assemble` joins the two.')
    .argument('<profile>', `${EXPECTED}, JSON or YAML`)
    .requiredOption('--issuer <file>', "the certificate of the CRL's issuer")
    .requiredOption('--number <number>', 'the CRL number, above that of the CRL before', numberOption)
    .option(
      '--revoked <file>',
      'what is revoked, and what is dropped from the CRL before: JSON or YAML; default: nothing',
    )
    .option('--previous <file>', 'the CRL before, PEM or DER: number, times and entries are held against it')
    .option(
      '--previous-issuer <file>',
      'with --previous, after a change of keys: the certificate of the key that signed it',
    )
    .option('--base <number>', 'make a delta CRL, to be joined with the one of this number', numberOption)
    .option('--this-update <time>', 'ISO 8601; default: now', isoTimeOption)
    .option('--next-update <time>', "ISO 8601; default: after the profile's period", isoTimeOption)
    .option('--output <file>', 'write the TBSCertList to this file, DER')
    .addHelpText(
      'after',
      '\nExample:\n  quorate crl make crl.profile.yaml --issuer root.pem --number 2 --revoked revoked.yaml --output crl.tbs.der',
    )
    .action(async (file: string, options: Options) => {
      const request = await requestOf(context, file, options);
      const { revoked, previous, previousIssuer, issuer } = options;
      const parts = { revoked, dropped: revoked, previous, previousIssuer, issuer };
      const making = {
        file,
        parts,
        what: 'TBSCertList',
        next: 'change what is revoked, dropped or asked for by the options',
      };
      const built = madeOrRefused(context, answer, making, () => buildTbsCertList(request));
      if (built === null) return;
      const { tbs, decisions, lint } = built;
      context.note('To be signed:');
      printCrl(aside(context), readTbsCertList(tbs));
      printFindings(aside(context), decisions);
      printFindings(
        aside(context),
        lint.findings.filter(({ outcome }) => outcome !== 'pass'),
      );
      await deliver(context, tbs, options.output, 'binary');
      const signed = options.output ?? 'the bytes';
      context.note(fold(`have ${signed} signed by the issuer, then quorate issue assemble`, context.width, 'next: '));
      answer(ExitCode.YES);
    });
}

async function requestOf(context: Context, file: string, options: Options): Promise<CertListRequest> {
  const { revoked, base, previous, previousIssuer, thisUpdate, nextUpdate } = options;
  if (previousIssuer !== undefined && previous === undefined) {
    throw new Unusable('--previous-issuer goes with --previous', { next: 'see --help' });
  }
  const value = await loadData(context, file, EXPECTED);
  const profile = reading(
    file,
    () => readCrlProfile(value, { algorithms: postQuantum }),
    `${file} should be ${EXPECTED}`,
  );
  const list = revoked === undefined ? { revoked: [] } : await loadRevocations(context, revoked);
  const before = previous === undefined ? undefined : await loadCrl(context, previous);
  return {
    profile,
    issuer: (await loadCertificate(context, options.issuer)).bytes,
    ...list,
    crlNumber: options.number,
    ...(base === undefined ? {} : { baseCrlNumber: base }),
    thisUpdate: thisUpdate ?? context.now(),
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    ...(before === undefined ? {} : { previous: before }),
    ...(previousIssuer === undefined ? {} : { previousIssuer: (await loadCertificate(context, previousIssuer)).bytes }),
    algorithms: postQuantum,
  };
}

/** The CRL before: read here as well, so that a message names its file. */
async function loadCrl(context: Context, file: string): Promise<Uint8Array> {
  const expected = 'a CRL, PEM or DER';
  const { bytes } = derOf(file, await context.read(file), ['X509 CRL'], expected);
  return reading(file, () => parseCertificateList(bytes).bytes, `${file} should be ${expected}`);
}

async function loadRevocations(context: Context, file: string): Promise<ReturnType<typeof readRevocations>> {
  const expected = 'a list of revocations: `revoked`, `dropped`';
  const value = await loadData(context, file, expected);
  return reading(file, () => readRevocations(value), `${file} should be ${expected}`);
}

function numberOption(text: string): bigint {
  if (!/^(?:0[xX][0-9a-fA-F]{1,40}|[0-9]{1,48})$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return BigInt(text);
}
