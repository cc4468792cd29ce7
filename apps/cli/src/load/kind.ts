import { decodeUtf8, Utf8Error } from '@quorate/syntax';

/** What a file is, told from its first bytes. */
export type FileKind = 'empty' | 'json' | 'xml' | 'pem' | 'text' | 'binary';

const WORDS: Readonly<Record<FileKind, string>> = {
  empty: 'an empty file',
  json: 'a JSON file',
  xml: 'an XML file',
  pem: 'a PEM file',
  text: 'a text file',
  binary: 'a binary file',
};

/** The kind in words, for messages. */
export function kindInWords(kind: FileKind): string {
  return WORDS[kind];
}

/** What a file is. Decides nothing about whether it is well-formed. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const text = textOf(bytes);
  if (text === null) return 'binary';
  const start = text.trimStart();
  if (start === '') return 'empty';
  if (start.startsWith('{') || start.startsWith('[') || start === 'null') return 'json';
  if (start.startsWith('<')) return 'xml';
  return /^[ \t]*-----BEGIN /m.test(text) ? 'pem' : 'text';
}

/** The text of a file, or `null` when it is not UTF-8 or holds NUL or other controls that no text has. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = decodeUtf8(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return /[\x00-\x08\x0e-\x1f]/.test(text) ? null : text;
  } catch (error) {
    if (error instanceof Utf8Error) return null;
    throw error;
  }
}

/** The bytes that a text file holds as base64 on one or more lines, or `null` when it holds something else. */
export function base64Body(text: string): string | null {
  const body = text.replace(/\s+/g, '');
  return body !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(body) && body.length % 4 === 0 ? body : null;
}
