import { keyFingerprint } from '@quorate/crypto';
import { postQuantum } from '@quorate/crypto/post-quantum';
import { buildCsrInfo, readCsrInfo, readCsrProfile } from '@quorate/issue';
import { nameText, requestExtensions } from '@quorate/x509';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { extensionLines } from '../extension-lines.ts';
import { madeOrRefused } from '../issue/made-or-refused.ts';
import { loadSpki } from '../load/credential.ts';
import { loadData } from '../load/data.ts';
import { kindOfKey } from '../print-certificate.ts';
import { printLines } from '../print-lines.ts';
import { fold } from '../text.ts';

interface Options {
  readonly key: string;
  readonly output?: string;
}

/** RFC 2985, 5.4.2: what is in it is shown as extensions. */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const EXPECTED = "a request's profile: `subject`, extensions, `attributes`";

/** `csr make PROFILE --key KEY`: the bytes of a request, for the key's holder to sign. */
export function csrMakeCommand(context: Context, answer: Answer): Command {
  return new Command('make')
    .description('Build the CertificationRequestInfo of a CSR, to be signed elsewhere; `issue assemble` joins the two.')
    .argument('<profile>', `${EXPECTED}, JSON or YAML`)
    .requiredOption('--key <file>', 'the public key that the request is for, and that signs it')
    .option('--output <file>', 'write the CertificationRequestInfo to this file, DER')
    .addHelpText('after', '\nExample:\n  quorate csr make csr.profile.yaml --key ca-key.spki.der --output csr.info.der')
    .action(async (file: string, options: Options) => {
      const value = await loadData(context, file, EXPECTED);
      const publicKey = await loadSpki(context, options.key);
      const making = {
        file,
        what: 'request',
        next: `change ${file}: docs/requests-and-crls.md describes every member`,
        unreadable: `${file} should be ${EXPECTED}`,
      };
      const info = madeOrRefused(context, answer, making, () =>
        buildCsrInfo({ profile: readCsrProfile(value), publicKey, algorithms: postQuantum }),
      );
      if (info === null) return;
      const read = readCsrInfo(info);
      context.note('To be signed with the key itself:');
      printLines(aside(context), [
        ['subject', nameText(read.subject) || '(empty)'],
        ['key', kindOfKey(publicKey)],
        ['key SHA-256', keyFingerprint(publicKey)],
        ...extensionLines(requestExtensions(read)),
        ...read.attributes
          .filter(({ type }) => type !== EXTENSION_REQUEST)
          .map(({ type }): [string, string] => ['attribute', type]),
        ['SHA-256', keyFingerprint(info)],
      ]);
      await deliver(context, info, options.output, 'binary');
      const signed = options.output ?? 'the bytes';
      context.note(fold(`have ${signed} signed with that key, then quorate issue assemble`, context.width, 'next: '));
      answer(ExitCode.YES);
    });
}
