import { isoTime } from '@quorate/der';

/**
 * Folds a text at blanks. The first line starts with `first`, the others with as many blanks; a word longer than the
 * width stands alone on its line, whole.
 */
export function fold(text: string, width: number, first = ''): string {
  return folded(text.split(' '), ' ', width, first);
}

/** Folds a name by RFC 4514 behind its commas, where it has no blanks to fold at. */
export function foldName(name: string, width: number, first = ''): string {
  return folded(name.split(/(?<=,)/), '', width, first);
}

function folded(words: readonly string[], joint: string, width: number, first: string): string {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of words) {
    if (!empty && line.length + joint.length + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : `${joint}${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** A text of at most so many characters, and what was left out. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}

/**
 * Text from a file, safe to print: control characters, and marks that change the direction or hide, are written as
 * `\u{…}`.
 */
export function printable(text: string): string {
  return text.replace(
    /(?![ \u3000])\p{Zs}|[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu,
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

/** 9999-12-31T23:59:59Z (RFC 5280, 4.1.2.5). */
const NO_END = 253402300799;

/** How long a validity is, both ends included: in days, which everybody counts alike. */
export function lastingWords(notBefore: number, notAfter: number): string {
  if (notAfter === NO_END) return 'NO WELL-DEFINED END';
  const seconds = notAfter - notBefore + 1;
  const days = Math.floor(seconds / 86_400);
  if (days < 3) return `${Math.floor(seconds / 3600)} hours`;
  return days < 730 ? `${days} days` : `${days} days (about ${(days / 365.25).toFixed(1)} years)`;
}
