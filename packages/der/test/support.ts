import { type DerElement, DerError, DerReader, walkDer } from '@quorate/der';

/** Bytes from hexadecimal; white space is free. */
export function hex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  if (!/^([0-9a-f]{2})*$/.test(digits)) throw new TypeError(`not hexadecimal: ${text}`);
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The octets of ASCII text as hexadecimal. */
export function ascii(text: string): string {
  return [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** `code@offset` of the DerError that `run` ends with, or `accepted`; anything else that is thrown passes through. */
export function outcome(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return `${error.code}@${error.offset}`;
  }
  return 'accepted';
}

export function walked(text: string): string {
  return outcome(() => walkDer(hex(text)));
}

/** The one element that the bytes are. */
export function only(bytes: Uint8Array): DerElement {
  const reader = DerReader.of(bytes);
  const element = reader.element();
  reader.finish();
  return element;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A primitive or constructed element by the naive rule, for contents below 128 octets. */
export function tlv(tag: string, content: string): string {
  const length = content.replace(/\s+/g, '').length / 2;
  if (length > 127) throw new TypeError('too long for the naive rule');
  return `${tag} ${length.toString(16).padStart(2, '0')} ${content}`;
}
