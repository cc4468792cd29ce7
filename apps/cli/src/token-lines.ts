import type { ApprovalToken } from '@quorate/approval';
import { keyFingerprint } from '@quorate/crypto';
import { IssueError, readTbs } from '@quorate/issue';
import { describePolicy } from '@quorate/policy';
import { decodeUtf8, encodeBase64, Utf8Error } from '@quorate/syntax';
import { tbsLines } from './tbs-lines.ts';
import { printable, utc } from './text.ts';

const MAX_SHOWN = 300;

const OPERATION_WORDS: Readonly<Record<ApprovalToken['operation'], string>> = {
  use: 'use the key (sign, decrypt, unwrap, certificates)',
  block: 'block the key',
  unblock: 'unblock the key',
  modify: 'MODIFY the policy of the key',
};

/** What an approval token says, as names and values; lines without a name belong to the one above. */
export function tokenLines(token: ApprovalToken): (readonly [name: string, value: string])[] {
  const { operation, keyLabel, timestamp, payload, policy } = token;
  return [
    ['operation', OPERATION_WORDS[operation]],
    ['key label', keyLabel === '' ? '(empty: any key)' : printable(keyLabel)],
    ['timestamp', timestamp === null ? '(none)' : utc(timestamp.time)],
    ...(timestamp === null ? [] : [['by', timestampInWords(timestamp)] as const]),
    ...(policy === null ? payloadLines(payload) : described(describePolicy(policy))),
  ];
}

function timestampInWords(timestamp: NonNullable<ApprovalToken['timestamp']>): string {
  const { signatureAlgorithm, keyLabel } = timestamp;
  const algorithm = signatureAlgorithm.restNames[0] ?? signatureAlgorithm.name;
  return `HSM key ${printable(keyLabel)}, ${algorithm} (not checked here)`;
}

function described(lines: readonly string[]): (readonly [string, string])[] {
  return lines.map((line, i) => [i === 0 ? 'new policy' : '', line]);
}

/**
 * A payload for the eyes. An approval of `use` covers certificates and raw signatures alike, so a payload that is a
 * TBSCertificate is a certificate, whatever the request was called (SKA.md 4.1).
 */
function payloadLines(payload: Uint8Array | null): (readonly [string, string])[] {
  if (payload === null) return [['payload', '(none)']];
  const certificate = certificateInside(payload);
  if (certificate === null) {
    return [
      ['payload', payloadInWords(payload)],
      ['', `SHA-256 ${keyFingerprint(payload)}`],
    ];
  }
  return [
    ['payload', `A CERTIFICATE to be signed, ${payload.length} bytes:`],
    ...certificate.map(([name, value]) => ['', `${name.padEnd(12)} ${value}`] as const),
  ];
}

function certificateInside(payload: Uint8Array): (readonly [string, string])[] | null {
  try {
    readTbs(payload);
    return tbsLines(payload);
  } catch (error) {
    if (error instanceof IssueError) return null;
    throw error;
  }
}

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
