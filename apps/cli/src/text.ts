import { isoTime } from '@quorate/der';

/**
 * Folds a text at blanks. The first line starts with `first`, the others with as many blanks; a word longer than the
 * width stands alone on its line, whole.
 */
export function fold(text: string, width: number, first = ''): string {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/**
 * Text from a file, safe to print: control characters, and marks that change the direction or hide, are written as
 * `\u{…}`.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** An instant for people, `2024-08-14 18:03:02 UTC`. */
export function utc(seconds: number): string {
  return isoTime(seconds).replace('T', ' ').replace('Z', ' UTC');
}

/** Bytes as lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
