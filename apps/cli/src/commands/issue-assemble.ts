import { CryptoError, signatureAlgorithmByName, signatureAlgorithmOfDer } from '@quorate/crypto';
import { encodePem } from '@quorate/der';
import { assemble, readTbs } from '@quorate/issue';
import { encodeUtf8 } from '@quorate/syntax';
import { parseCertificate } from '@quorate/x509';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { loadCredential } from '../load/credential.ts';
import { loadSignature } from '../load/signature.ts';
import { printCertificate } from '../print-certificate.ts';
import { fold, printable } from '../text.ts';
import { isPackageError, reading, Unusable } from '../unusable.ts';

interface Options {
  readonly signature: string;
  readonly key: string;
  readonly algorithm?: string;
  readonly der?: boolean;
  readonly output?: string;
}

/** `issue assemble TBS --signature SIG --key KEY`: the certificate, if the signature is right. */
export function issueAssembleCommand(context: Context, answer: Answer): Command {
  return new Command('assemble')
    .description('Join a TBSCertificate with its signature. Verifies first, and says what is wrong if it is.')
    .argument('<tbs>', 'the TBSCertificate, DER')
    .requiredOption('--signature <file>', 'the signature, binary or base64')
    .requiredOption('--key <file>', "the issuer's public key or certificate")
    .option('--algorithm <name>', 'for instance SHA256_WITH_RSA; default: what the TBS says')
    .option('--der', 'give DER, default PEM')
    .option('--output <file>', 'write the certificate to this file')
    .addHelpText(
      'after',
      '\nExample:\n  quorate issue assemble root.tbs.der --signature root.sig --key ca-key.spki.der --output root.pem',
    )
    .action(async (file: string, options: Options) => {
      const tbs = await context.read(file);
      const inner = reading(file, () => readTbs(tbs), `${file} should be a TBSCertificate, DER`);
      const signature = await loadSignature(context, options.signature);
      const issuerKey = (await loadCredential(context, options.key)).publicKey.spki;
      const algorithm =
        options.algorithm === undefined
          ? reading(file, () => signatureAlgorithmOfDer(inner.signatureAlgorithm))
          : namedAlgorithm(options.algorithm);
      let certificate: Uint8Array;
      try {
        certificate = assemble({ tbs, algorithm, signature, issuerKey });
      } catch (error) {
        if (!isPackageError(error)) throw error;
        context.note(fold(printable(`${options.signature}: ${error.message}`), context.width, 'quorate: '));
        context.note('quorate: no certificate was made');
        answer(ExitCode.NO);
        return;
      }
      printCertificate(aside(context), parseCertificate(certificate));
      const pem = encodePem({ label: 'CERTIFICATE', bytes: certificate });
      if (options.der) await deliver(context, certificate, options.output, 'binary');
      else await deliver(context, encodeUtf8(pem), options.output, 'text');
      answer(ExitCode.YES);
    });
}

function namedAlgorithm(name: string): ReturnType<typeof signatureAlgorithmByName> {
  try {
    return signatureAlgorithmByName(name);
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    throw new Unusable(`--algorithm ${name}: ${cause.message}`, { next: 'try SHA256_WITH_RSA or SHA256_WITH_ECDSA' });
  }
}
