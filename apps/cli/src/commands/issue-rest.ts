import { CryptoError, type SignatureAlgorithm, signatureAlgorithmByName } from '@quorate/crypto';
import { encodeUtf8 } from '@quorate/syntax';
import {
  type CertificateBodyKind,
  certificateBodyOf,
  type Dialect,
  type KeyAccess,
  type NotExpressible,
  type RestRequest,
  signBodyOf,
} from '@quorate/tsb';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { loadSigned } from '../issue/to-be-signed.ts';
import { jsonText } from '../json-text.ts';
import { loadCsrDer } from '../load/certificate.ts';
import { loadIssuance } from '../load/issuance.ts';
import { kindOf, textOf } from '../load/kind.ts';
import { loadProfile } from '../load/profile.ts';
import { fold, printable } from '../text.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly as: 'bytes' | CertificateBodyKind;
  readonly keyName?: string;
  readonly dialect?: Dialect;
  readonly csr?: string;
  readonly algorithm?: string;
  readonly passwordFile?: string;
  readonly metaData?: string;
  readonly metaDataSignature?: string;
  readonly lossy?: boolean;
  readonly json?: boolean;
  readonly output?: string;
}

/** `issue rest FILE`: the body by which an HSM's broker is asked. */
export function issueRestCommand(context: Context, answer: Answer): Command {
  return new Command('rest')
    .description(
      'Make the REST body that asks for a signature: over exact bytes, or for a certificate as far as a body can say it.',
    )
    .argument('<file>', 'with --as bytes what is to be signed: TBS (DER), manifest or *.quorate.json; else a profile')
    .addOption(
      new Option('--as <kind>', 'bytes: POST /v1/sign; others: POST /v1/certificate/...')
        .choices(['bytes', 'request', 'sign', 'selfsign'])
        .default('bytes'),
    )
    .option('--key-name <label>', 'the label of the key that signs; default: what a pending issuance says')
    .addOption(
      new Option('--dialect <name>', 'how the server takes the subject: by generation, see docs').choices([
        'commonName',
        'standardCertificateAttributes',
      ]),
    )
    .option('--csr <file>', 'with --as sign: the CSR')
    .option('--algorithm <name>', 'with --as request, and for a CSR as bytes: what the CSR is signed with')
    .option('--password-file <file>', "the key's password")
    .option('--meta-data <file>', 'what the approvers are told beside it')
    .option('--meta-data-signature <file>', "the application's signature over it")
    .option('--lossy', 'give the body though it does not ask for all that the profile says')
    .option('--json', 'print path, body and what it does not ask for')
    .option('--output <file>', 'write the body to this file')
    .addHelpText('after', '\nExample:\n  quorate issue rest root.tbs.der --key-name root-ca-key')
    .action(async (file: string, options: Options) => {
      const request =
        options.as === 'bytes' ? await ofBytes(context, file, options) : await ofProfile(context, file, options);
      const { path, body, notExpressible } = request;
      context.note(`POST ${path}`);
      noteLosses(context, notExpressible);
      if (notExpressible.length > 0 && options.lossy !== true && !options.json) {
        context.note('quorate: no body was made: give --lossy to ask for less than the profile says, or --as bytes');
        return answer(ExitCode.NO);
      }
      const text = `${jsonText(options.json ? request : body, 2)}\n`;
      await deliver(context, encodeUtf8(text), options.output, 'text');
      answer(notExpressible.length > 0 && options.lossy !== true ? ExitCode.NO : ExitCode.YES);
    });
}

function noteLosses(context: Context, losses: readonly NotExpressible[]): void {
  if (losses.length === 0) return;
  context.note('This does NOT ask for:');
  for (const { path, why } of losses) context.note(fold(printable(`${path}: ${why}`), context.width, '  '));
}

async function ofBytes(context: Context, file: string, options: Options): Promise<RestRequest> {
  const { dialect, csr, algorithm } = options;
  if (dialect !== undefined || csr !== undefined) {
    throw new Unusable('--dialect and --csr go with --as request, sign or selfsign');
  }
  const [tbs, label, isRequest] = await bytesOf(context, file);
  if (isRequest && algorithm === undefined) {
    throw new Unusable(`${file}: --algorithm: a request does not say inside what it is signed with`, {
      next: 'for instance --algorithm SHA256_WITH_ECDSA',
    });
  }
  const access = await accessOf(context, options, label);
  const named = algorithm === undefined ? {} : { algorithm: namedAlgorithm(algorithm) };
  return reading(file, () => signBodyOf({ ...access, ...named, tbs }));
}

/** What is to be signed, the label of the key that shall do it if that is known, and whether it is a CSR's info. */
async function bytesOf(context: Context, file: string): Promise<readonly [Uint8Array, string | null, boolean]> {
  const bytes = await context.read(file);
  if (kindOf(bytes) === 'json') {
    const issuance = await loadIssuance(context, file, {}, bytes);
    return [issuance.tbs, issuance.kind === 'pending' ? issuance.pending.keyLabel : null, false];
  }
  const part = await loadSigned(context, file, {}, bytes);
  if (part.kind === 'pending') return [part.pending.tbs, part.pending.keyLabel, false];
  return [part.bytes, null, part.kind === 'csr'];
}

async function ofProfile(context: Context, file: string, options: Options): Promise<RestRequest> {
  const { as: kind, dialect, csr, algorithm } = options;
  if (kind === 'bytes') throw new TypeError('bytes have no profile');
  if (dialect === undefined) {
    throw new Unusable('--dialect: servers refuse members that they do not know, so it must be said which they are', {
      next: '`commonName` for the published interface, `standardCertificateAttributes` for servers from 2025 on',
    });
  }
  if ((csr !== undefined) !== (kind === 'sign')) throw new Unusable('--csr goes with --as sign, and only with it');
  if ((algorithm !== undefined) !== (kind === 'request')) {
    throw new Unusable('--algorithm goes with --as request, and only with it');
  }
  const profile = await loadProfile(context, file);
  const access = await accessOf(context, options, null);
  const parts = {
    ...access,
    profile,
    kind,
    dialect,
    ...(csr === undefined ? {} : { csr: await loadCsrDer(context, csr) }),
    ...(algorithm === undefined ? {} : { algorithm: namedAlgorithm(algorithm) }),
  };
  return reading(file, () => certificateBodyOf(parts));
}

async function accessOf(context: Context, options: Options, label: string | null): Promise<KeyAccess> {
  const { passwordFile, metaData, metaDataSignature } = options;
  const keyName = options.keyName ?? label;
  if (keyName === null) throw new Unusable('--key-name: the label of the key that signs', { next: 'see --help' });
  if (options.keyName !== undefined && label !== null && label !== options.keyName) {
    throw new Unusable(`--key-name ${options.keyName}: the pending issuance is for the key \`${label}\``);
  }
  if (metaDataSignature !== undefined && metaData === undefined) {
    throw new Unusable('--meta-data-signature goes with --meta-data');
  }
  const password = passwordFile === undefined ? null : textOf(await context.read(passwordFile));
  if (passwordFile !== undefined && password === null) {
    throw new Unusable(`${passwordFile}: this is a binary file, expected a password on one line`);
  }
  return {
    keyName,
    ...(password === null ? {} : { keyPassword: password.replace(/\r?\n$/, '') }),
    ...(metaData === undefined ? {} : { metaData: await context.read(metaData) }),
    ...(metaDataSignature === undefined ? {} : { metaDataSignature: await context.read(metaDataSignature) }),
  };
}

function namedAlgorithm(name: string): SignatureAlgorithm {
  try {
    return signatureAlgorithmByName(name);
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    throw new Unusable(`--algorithm ${name}: ${cause.message}`, { next: 'try SHA256_WITH_RSA or SHA256_WITH_ECDSA' });
  }
}
