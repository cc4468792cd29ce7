import { decodePem } from '@quorate/der';
import { decodeBase64 } from '@quorate/syntax';
import { reading, Unusable } from '../unusable.ts';
import { base64Body, kindInWords, kindOf, textOf } from './kind.ts';

/** DER from a file, and the label it stood under if it was PEM. */
export interface LoadedDer {
  readonly label: string | null;
  readonly bytes: Uint8Array;
}

/**
 * The DER in bytes that came from `name`: PEM with one block, DER itself, or the base64 of DER as REST bodies carry it.
 *
 * @param labels the PEM labels that are taken
 * @param expected the object in words
 */
export function derOf(name: string, bytes: Uint8Array, labels: readonly string[], expected: string): LoadedDer {
  const kind = kindOf(bytes);
  if (kind === 'pem') return pemOf(name, textOf(bytes) ?? '', labels);
  if (kind === 'binary') return { label: null, bytes };
  const body = kind === 'text' ? base64Body(textOf(bytes) ?? '') : null;
  if (body === null) throw new Unusable(`${name}: this is ${kindInWords(kind)}, expected ${expected}`);
  return { label: null, bytes: reading(name, () => decodeBase64(body)) };
}

function pemOf(name: string, text: string, labels: readonly string[]): LoadedDer {
  const [block, ...others] = reading(name, () => decodePem(text));
  if (block === undefined || others.length > 0) {
    throw new Unusable(`${name}: ${others.length + 1} PEM blocks, expected one`);
  }
  if (labels.includes(block.label)) return block;
  const message = `${name}: a PEM block \`${block.label}\`, expected \`${labels.join('` or `')}\``;
  if (!block.label.includes('PRIVATE KEY')) throw new Unusable(message);
  throw new Unusable(message, { next: 'keep private keys private; give the public key' });
}
