import { decodeUtf8, Utf8Error } from '@quorate/syntax';

/** What a file is, told from its first bytes. */
export type FileKind = 'empty' | 'json' | 'xml' | 'pem' | 'text' | 'utf-16' | 'binary';

const WORDS: Readonly<Record<FileKind, string>> = {
  empty: 'an empty file',
  json: 'a JSON file',
  xml: 'an XML file',
  pem: 'a PEM file',
  text: 'a text file',
  'utf-16': 'text in UTF-16, not UTF-8',
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
  if (text === null) return kindOfOther(bytes);
  const start = text.trimStart();
  if (start === '') return 'empty';
  if (start.startsWith('{') || start.startsWith('[') || start === 'null') return 'json';
  if (start.startsWith('<')) return 'xml';
  return /^[ \t]*-----BEGIN /m.test(text) ? 'pem' : 'text';
}

/**
 * What bytes are that are not text: text in another encoding says so, by its mark or because it begins as JSON and XML
 * do. A token begins with a length word, whose third and fourth byte are zero.
 */
function kindOfOther(bytes: Uint8Array): FileKind {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  if ((first === 0x3c || first === 0x7b) && (second === 0 || third === 0) && fourth === 0) return 'binary';
  const readable = [second, third, fourth].every((octet) => octet >= 0x20 || (octet >= 9 && octet <= 13));
  if (first === 0x3c && readable) return 'xml';
  return first === 0x7b && readable ? 'json' : 'binary';
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
