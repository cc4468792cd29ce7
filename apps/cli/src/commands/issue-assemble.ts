import type { SignatureAlgorithm } from '@quorate/crypto';
import { CryptoError, signatureAlgorithmByName, signatureAlgorithmOfDer } from '@quorate/crypto';
import { postQuantum } from '@quorate/crypto/post-quantum';
import { encodePem } from '@quorate/der';
import { assemble, assembleCrl, assembleCsr, type ReturnedSignature } from '@quorate/issue';
import { addSignature, type PendingIssuance, writePending } from '@quorate/issue/pending';
import { encodeUtf8 } from '@quorate/syntax';
import { parseCertificate, parseCertificateList, parseCertificationRequest } from '@quorate/x509';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { type PendingOptions, withPendingOptions } from '../issue/pending-options.ts';
import { loadSigned, type ToBeSigned } from '../issue/to-be-signed.ts';
import { loadCertificate } from '../load/certificate.ts';
import { loadSpki } from '../load/credential.ts';
import { formNames, loadReturned } from '../load/signature.ts';
import { printCertificate, printCsr } from '../print-certificate.ts';
import { printCrl } from '../print-crl.ts';
import { fold, printable } from '../text.ts';
import { isPackageError, reading, Unusable } from '../unusable.ts';

interface Options extends PendingOptions {
  readonly signature?: string;
  readonly form?: string;
  readonly key?: string;
  readonly algorithm?: string;
  readonly pending?: string;
  readonly der?: boolean;
  readonly output?: string;
}

/** What was made, and the pending issuance with it if there is one. */
interface Assembled {
  readonly label: 'CERTIFICATE' | 'CERTIFICATE REQUEST' | 'X509 CRL';
  readonly bytes: Uint8Array;
  readonly pending?: PendingIssuance;
}

/** `issue assemble FILE --signature SIG`: the certificate, CSR or CRL, if the signature is right. */
export function issueAssembleCommand(context: Context, answer: Answer): Command {
  const command = new Command('assemble')
    .description('Join what was signed with its signature. Verifies first, and says what is wrong if it is.')
    .argument('<file>', 'TBSCertificate, CertificationRequestInfo or TBSCertList (DER), or *.quorate.json')
    .option('--signature <file>', 'the signature; of a pending issuance that is signed: none')
    .addOption(
      new Option('--form <form>', 'how it is given; default: as in a certificate, binary or base64').choices(formNames),
    )
    .option('--key <file>', "the issuer's public key or certificate; of a CRL its certificate")
    .option('--algorithm <name>', 'for instance SHA256_WITH_RSA; default: what is inside; needed for a CSR')
    .option('--pending <file>', 'of a pending issuance: write it, with the signature, to this file')
    .option('--der', 'give DER, default PEM')
    .option('--output <file>', 'write the result to this file');
  return withPendingOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  quorate issue assemble root.tbs.der --signature root.sig --key ca-key.spki.der --output root.pem',
    )
    .action(async (file: string, options: Options) => {
      const part = await loadSigned(context, file, options);
      const make = await prepared(context, file, part, options);
      let made: Assembled;
      try {
        made = make();
      } catch (error) {
        if (!isPackageError(error)) throw error;
        context.note(fold(printable(`${options.signature}: ${error.message}`), context.width, 'quorate: '));
        context.note(`quorate: no ${RESULTS[part.kind]} was made`);
        answer(ExitCode.NO);
        return;
      }
      show(context, made);
      const pem = encodePem({ label: made.label, bytes: made.bytes });
      if (options.pending !== undefined && made.pending !== undefined) {
        await context.write(options.pending, encodeUtf8(writePending(made.pending)));
      }
      if (options.der) await deliver(context, made.bytes, options.output, 'binary');
      else await deliver(context, encodeUtf8(pem), options.output, 'text');
      answer(ExitCode.YES);
    });
}

const RESULTS: Readonly<Record<ToBeSigned['kind'], string>> = {
  certificate: 'certificate',
  pending: 'certificate',
  csr: 'request',
  crl: 'CRL',
};

/** Loads all that is needed; what is given back assembles, and throws only what is wrong with the signature. */
async function prepared(
  context: Context,
  file: string,
  part: ToBeSigned,
  { signature, form, key, algorithm: name, pending }: Options,
): Promise<() => Assembled> {
  if (part.kind !== 'pending' && pending !== undefined) throw new Unusable(`--pending: ${file} is no pending issuance`);
  if (part.kind === 'pending') {
    if (key !== undefined || name !== undefined) {
      throw new Unusable(`--key and --algorithm: ${file} says them itself`, { next: 'leave them out' });
    }
    if (signature === undefined) return () => signedBefore(file, part.pending);
    const returned = await loadReturned(context, signature, form);
    return () => {
      const signed = addSignature(part.pending, returned.signature, returned.form ?? 'der', {
        algorithms: postQuantum,
      });
      return { label: 'CERTIFICATE', bytes: signed.certificate as Uint8Array, pending: signed };
    };
  }
  if (signature === undefined) throw new Unusable('--signature: the signature is missing', { next: 'see --help' });
  const returned: ReturnedSignature = await loadReturned(context, signature, form);
  const algorithm = algorithmOf(file, part, name);
  const parts = { ...returned, algorithm, algorithms: postQuantum };
  if (part.kind === 'csr') {
    if (key !== undefined) throw new Unusable('--key: a request is signed with the key inside it');
    return () => ({ label: 'CERTIFICATE REQUEST', bytes: assembleCsr({ ...parts, info: part.bytes }) });
  }
  if (key === undefined) throw new Unusable('--key: whose signature it is', { next: 'see --help' });
  if (part.kind === 'crl') {
    const issuer = (await loadCertificate(context, key)).bytes;
    return () => ({ label: 'X509 CRL', bytes: assembleCrl({ ...parts, tbs: part.bytes, issuer }) });
  }
  const issuerKey = await loadSpki(context, key);
  return () => ({ label: 'CERTIFICATE', bytes: assemble({ ...parts, tbs: part.bytes, issuerKey }) });
}

function signedBefore(file: string, pending: PendingIssuance): Assembled {
  if (pending.certificate === null) {
    throw new Unusable(`${file}: it is not signed yet`, { next: 'give --signature, or see `quorate issue status`' });
  }
  return { label: 'CERTIFICATE', bytes: pending.certificate, pending };
}

function algorithmOf(file: string, part: ToBeSigned, name: string | undefined): SignatureAlgorithm {
  if (name !== undefined) return namedAlgorithm(name);
  if (part.kind === 'csr' || part.kind === 'pending') {
    throw new Unusable('--algorithm: a request does not say inside what it is signed with', {
      next: 'for instance --algorithm SHA256_WITH_ECDSA',
    });
  }
  return reading(file, () => signatureAlgorithmOfDer(part.signatureAlgorithm, { algorithms: postQuantum }));
}

function namedAlgorithm(name: string): SignatureAlgorithm {
  try {
    return signatureAlgorithmByName(name, { algorithms: postQuantum });
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    throw new Unusable(`--algorithm ${name}: ${cause.message}`, { next: 'try SHA256_WITH_RSA or SHA256_WITH_ECDSA' });
  }
}

function show(context: Context, { label, bytes }: Assembled): void {
  if (label === 'CERTIFICATE') printCertificate(aside(context), parseCertificate(bytes));
  else if (label === 'CERTIFICATE REQUEST') printCsr(aside(context), parseCertificationRequest(bytes));
  else printCrl(aside(context), parseCertificateList(bytes));
}
