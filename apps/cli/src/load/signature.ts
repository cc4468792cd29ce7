import { type ReturnedSignature, type SignatureForm, signatureForms } from '@quorate/issue';
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

const SHORT: Readonly<Record<string, SignatureForm>> = { hex: 'der-hex', base64: 'der-base64' };

/** The forms in which a signature can be declared. */
export const formNames: readonly string[] = [...signatureForms, ...Object.keys(SHORT)];

/** Reads a signature in the form that is declared; without one as it stands in a certificate, binary or base64. */
export async function loadReturned(
  context: Context,
  file: string,
  form: string | undefined,
): Promise<ReturnedSignature> {
  if (form === undefined) return { signature: await loadSignature(context, file) };
  const declared = SHORT[form] ?? signatureForms.find((known) => known === form);
  if (declared === undefined) throw new TypeError(`no form of a signature: ${form}`);
  return { signature: await context.read(file), form: declared };
}
