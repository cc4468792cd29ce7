import type { ApprovalToken } from '@quorate/approval';
import { describePolicy } from '@quorate/policy';
import { decodeUtf8, encodeBase64, Utf8Error } from '@quorate/syntax';
import type { Context } from './context.ts';
import { printLines } from './print-lines.ts';
import { printable, utc } from './text.ts';

const MAX_SHOWN = 300;

/** Prints an approval token for the one who is to sign it. */
export function printToken(context: Context, token: ApprovalToken): void {
  const { operation, keyLabel, timestamp, payload, policy } = token;
  printLines(context, [
    ['operation', OPERATION_WORDS[operation]],
    ['key label', keyLabel === '' ? '(empty: any key)' : printable(keyLabel)],
    ['timestamp', timestamp === null ? '(none)' : utc(timestamp.time)],
  ]);
  if (timestamp !== null) {
    const algorithm = timestamp.signatureAlgorithm.restNames[0] ?? timestamp.signatureAlgorithm.name;
    printLines(context, [['by', `HSM key ${printable(timestamp.keyLabel)}, ${algorithm} (not checked here)`]]);
  }
  if (policy !== null) {
    context.out('  new policy\n');
    for (const line of describePolicy(policy)) context.out(`    ${line}\n`);
  } else {
    printLines(context, [['payload', payload === null ? '(none)' : payloadInWords(payload)]]);
  }
}

const OPERATION_WORDS: Readonly<Record<ApprovalToken['operation'], string>> = {
  use: 'use the key (sign, decrypt, unwrap, certificates)',
  block: 'block the key',
  unblock: 'unblock the key',
  modify: 'MODIFY the policy of the key',
};

/** Length, and the text if it is text, else base64; long ones cut. */
function payloadInWords(payload: Uint8Array): string {
  const text = plainText(payload);
  const shown = text === null ? encodeBase64(payload) : printable(text);
  const cut = shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown;
  return `${payload.length} bytes, ${text === null ? 'base64' : 'text'}: ${cut}`;
}

function plainText(bytes: Uint8Array): string | null {
  try {
    const text = decodeUtf8(bytes);
    return /^[^\p{Cc}\p{Cf}]+$/u.test(text) ? text : null;
  } catch (error) {
    if (error instanceof Utf8Error) return null;
    throw error;
  }
}
