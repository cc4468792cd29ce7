import type { PublicKey } from '@quorate/crypto';
import { integerSize, joinedPair, readText } from './other-forms.ts';

/**
 * In what form a signature is given, as whoever brings it says. `der`: as it stands in a certificate, for ECDSA and DSA a
 * SEQUENCE of the integers r and s (the REST interface's default, SKA.md 3.8). `raw`: for ECDSA and DSA `r` and `s` at full
 * length, joined (IEEE P1363). Signatures of other kinds are octets in both. With `-hex` or `-base64` it is text.
 */
export type SignatureForm = 'der' | 'raw' | 'der-hex' | 'raw-hex' | 'der-base64' | 'raw-base64';

export const signatureForms: readonly SignatureForm[] = [
  'der',
  'raw',
  'der-hex',
  'raw-hex',
  'der-base64',
  'raw-base64',
];

/** A signature as it was given, and as it stands in a certificate if it has the form that was declared. */
export interface DeclaredSignature {
  readonly form: SignatureForm;
  /** The octets, decoded if they were declared as text and are such text; else those of the text. */
  readonly octets: Uint8Array;
  /** The octets of the text, `null` when it was none. */
  readonly text: Uint8Array | null;
  /** `null` when what was given has not the form that was declared. */
  readonly signature: Uint8Array | null;
}

/**
 * Reads a signature in the form that was declared. Nothing is guessed: what has another form has none.
 *
 * @param signature octets; for a form of text also a string
 * @throws TypeError for a form that is none, and a string where octets were declared
 */
export function readDeclared(signature: Uint8Array | string, form: SignatureForm, key: PublicKey): DeclaredSignature {
  if (!signatureForms.includes(form)) throw new TypeError(`\`form\` must be one of ${signatureForms.join(', ')}`);
  const [structure, encoding] = form.split('-') as ['der' | 'raw', 'hex' | 'base64' | undefined];
  if (typeof signature !== 'string' && !(signature instanceof Uint8Array)) {
    throw new TypeError('`signature` must be bytes');
  }
  if (encoding === undefined) {
    if (typeof signature === 'string') throw new TypeError('`signature` must be bytes: text is declared by its form');
    return { form, octets: signature, text: null, signature: structured(signature, structure, key) };
  }
  const text = typeof signature === 'string' ? new TextEncoder().encode(signature) : signature;
  const octets = readText(text, encoding);
  if (octets === null) return { form, octets: text, text, signature: null };
  return { form, octets, text, signature: structured(octets, structure, key) };
}

function structured(octets: Uint8Array, structure: 'der' | 'raw', key: PublicKey): Uint8Array | null {
  const size = integerSize(key);
  if (structure === 'der' || size === null) return octets;
  return octets.length === 2 * size ? joinedPair(octets) : null;
}

/** What a form stands for, in words. */
export function formWords(form: SignatureForm, key: PublicKey): string {
  const [structure, encoding] = form.split('-');
  const size = integerSize(key);
  const words =
    size === null
      ? 'the octets of the signature as they are'
      : structure === 'raw'
        ? `r and s joined, ${size} octets each (IEEE P1363)`
        : 'a SEQUENCE of the integers r and s in DER (RFC 3279, 2.2)';
  return encoding === undefined ? words : `${encoding === 'hex' ? 'hexadecimal' : encoding} text of ${words}`;
}
