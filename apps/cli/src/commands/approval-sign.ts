import {
  type ApprovalToken,
  type Credential,
  publicKeyCredential,
  signApproval,
  tokenNotices,
} from '@quorate/approval';
import { isDigestName } from '@quorate/crypto';
import { checkPolicy } from '@quorate/policy';
import { encodeUtf8 } from '@quorate/syntax';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { loadCredential } from '../load/credential.ts';
import { textOf } from '../load/kind.ts';
import { loadSigner } from '../load/private-key.ts';
import { loadToken } from '../load/token.ts';
import { printLines } from '../print-lines.ts';
import { printFindings, printJson } from '../print-report.ts';
import { tokenLines } from '../token-lines.ts';
import { Unusable } from '../unusable.ts';

interface Options {
  readonly key: string;
  readonly id: string;
  readonly certificate?: string;
  readonly digest?: string;
  readonly passphraseFile?: string;
  readonly output?: string;
  readonly allowUnguarded?: boolean;
  readonly allowUnreadable?: boolean;
}

/** `approval sign TOKEN --key KEY --id TASK`: the body of an approval request. */
export function approvalSignCommand(context: Context, answer: Answer): Command {
  return new Command('sign')
    .description('Sign an approval token with a key in a file, and print the body for POST /v1/approval.')
    .argument('<token>', 'the token, binary or base64 (`approvalToBeSigned` of the task)')
    .requiredOption('--key <file>', "the approver's private key, PEM or DER (PKCS#8)")
    .requiredOption('--id <task>', 'the id of the approval task')
    .option('--certificate <file>', 'the certificate by which the policy names the approver; default: the bare key')
    .option('--digest <name>', 'for instance SHA-256 or SHA-512; default SHA-256, EdDSA for Ed25519 and Ed448')
    .option('--passphrase-file <file>', 'the passphrase of an encrypted private key')
    .option('--allow-unguarded', 'sign a new policy even when it lets everybody act')
    .option('--allow-unreadable', 'sign a payload that looks like a certificate and cannot be read strictly')
    .option('--output <file>', 'write the body to this file')
    .addHelpText(
      'after',
      '\nExample:\n  quorate approval sign modify.token.bin --key approver.pem --id 7c768f4d-d221-4b88-b32b-a7a932108013',
    )
    .action(async (file: string, options: Options) => {
      const token = await loadToken(context, file);
      if (options.id.trim() === '') throw new Unusable('--id: the id of the approval task is empty');
      const signer = await loadSigner(context, options.key, await passphrase(context, options.passphraseFile));
      const approver = await credential(context, options, signer.publicKey);
      const { digest } = options;
      if (digest !== undefined && digest !== 'EdDSA' && !isDigestName(digest)) {
        throw new Unusable(`--digest ${digest}: no such digest`, { next: 'try SHA-256, SHA-384 or SHA-512' });
      }
      context.note('You sign:');
      printLines(aside(context), tokenLines(token));
      const notices = tokenNotices(token);
      printFindings(aside(context), notices);
      if (leavesOpen(token, options.allowUnguarded === true)) {
        context.note('quorate: not signed: the new policy lets everybody act; give --allow-unguarded if you want that');
        return answer(ExitCode.NO);
      }
      const disguised = notices.some(({ id }) => id === 'approval.payload-malformed-certificate');
      if (disguised && options.allowUnreadable !== true) {
        context.note('quorate: not signed: give --allow-unreadable if you know what the payload is');
        return answer(ExitCode.NO);
      }
      const input = { id: options.id, token: token.bytes, approver, signer };
      const body = await signApproval(digest === undefined ? input : { ...input, digestAlgorithm: digest });
      if (options.output === undefined) printJson(context, body);
      else await context.write(options.output, encodeUtf8(`${JSON.stringify(body, null, 2)}\n`));
      answer(ExitCode.YES);
    });
}

async function passphrase(context: Context, file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const text = textOf(await context.read(file));
  if (text === null) throw new Unusable(`${file}: this is a binary file, expected a passphrase on one line`);
  return text.replace(/\r?\n$/, '');
}

async function credential(context: Context, options: Options, publicKey: Uint8Array): Promise<Credential> {
  const own = publicKeyCredential(publicKey, 'the public half of the private key');
  if (options.certificate === undefined) return own;
  const certified = await loadCredential(context, options.certificate);
  if (certified.type !== 'certificate') {
    throw new Unusable(`${options.certificate}: this is a bare public key, expected a certificate`, {
      next: 'leave --certificate out to approve with the bare key',
    });
  }
  if (certified.identity !== own.identity) {
    throw new Unusable(`${options.certificate}: this certificate is for another key than ${options.key}`);
  }
  return certified;
}

/** Whether a new policy lets everybody act, without permission; the notices say where. */
function leavesOpen({ policy }: ApprovalToken, allowUnguarded: boolean): boolean {
  if (policy === null) return false;
  const { findings } = checkPolicy(policy, { allowUnguarded });
  return findings.some(({ id, outcome }) => id === 'policy.guarded' && outcome === 'fail');
}
