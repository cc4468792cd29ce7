import { decodePem } from '@quorate/der';
import type { LabelledDer } from '@quorate/verify';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { derOf } from './der.ts';
import { kindOf, textOf } from './kind.ts';

/**
 * The objects in a file: PEM with one block or more, one as DER, or the base64 of one. What is in the DER is not looked
 * at: whether it is what it should be is for a judgement to say, which calls it by its file and, of several, its number.
 */
export async function loadDerList(
  context: Context,
  file: string,
  labels: readonly string[],
  expected: string,
): Promise<LabelledDer[]> {
  const bytes = await context.read(file);
  if (kindOf(bytes) !== 'pem') return [{ der: derOf(file, bytes, labels, expected).bytes, label: file }];
  const blocks = reading(file, () => decodePem(textOf(bytes) ?? ''));
  const other = blocks.find(({ label }) => !labels.includes(label));
  if (other !== undefined) {
    throw new Unusable(`${file}: a PEM block \`${other.label}\`, expected \`${labels.join('` or `')}\``, {
      ...(other.label.includes('PRIVATE KEY') ? { next: 'keep private keys private' } : {}),
    });
  }
  return blocks.map(({ bytes: der }, i) => ({ der, label: blocks.length === 1 ? file : `${file}, block ${i + 1}` }));
}

/** The objects in several files, in their order. */
export async function loadDerLists(
  context: Context,
  files: readonly string[] | undefined,
  labels: readonly string[],
  expected: string,
): Promise<LabelledDer[]> {
  const lists: LabelledDer[][] = [];
  for (const file of files ?? []) lists.push(await loadDerList(context, file, labels, expected));
  return lists.flat();
}
