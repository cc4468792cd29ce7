import { decodeBase64 } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { base64Body, kindInWords, kindOf, textOf } from './kind.ts';

/** Reads a signature from a file: its bytes, or their base64. */
export async function loadSignature(context: Context, file: string): Promise<Uint8Array> {
  const bytes = await context.read(file);
  const kind = kindOf(bytes);
  if (kind === 'binary') return bytes;
  const body = kind === 'text' ? base64Body(textOf(bytes) ?? '') : null;
  if (body === null)
    throw new Unusable(`${file}: this is ${kindInWords(kind)}, expected a signature, binary or base64`);
  return reading(file, () => decodeBase64(body));
}
