import { type ApprovalToken, decodeToken } from '@quorate/approval';
import { decodeBase64 } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { base64Body, kindInWords, kindOf, textOf } from './kind.ts';

const EXPECTED = 'an approval token, binary or base64';

/** Reads an approval token from a file, binary or base64. */
export async function loadToken(context: Context, file: string): Promise<ApprovalToken> {
  const bytes = tokenBytes(file, await context.read(file));
  return reading(file, () => decodeToken(bytes), `${file} should be ${EXPECTED}`);
}

/** The token's bytes. A token starts with its length word, whose upper half is zero: it is never text. */
export function tokenBytes(file: string, bytes: Uint8Array): Uint8Array {
  const kind = kindOf(bytes);
  if (kind === 'binary') return bytes;
  const body = kind === 'text' ? base64Body(textOf(bytes) ?? '') : null;
  if (body === null) {
    const found = kind === 'text' ? 'text that is not base64' : kindInWords(kind);
    const next =
      kind === 'json' ? 'give the value of `approvalToBeSigned` alone, or use `quorate approval verify`' : undefined;
    throw new Unusable(`${file}: this is ${found}, expected ${EXPECTED}`, next === undefined ? {} : { next });
  }
  return reading(file, () => decodeBase64(body));
}
