import { oidContent } from '@quorate/der';

/**
 * Characters that no name may carry, since a reader does not see them or is misled by them: controls, marks that change
 * the direction of text, other invisible format characters (but the two joiners, which some scripts need to spell), line
 * and paragraph separators, lone surrogates, and code points that are no characters.
 */
const DECEPTIVE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?![\u200C\u200D])\p{Cf}/u;

/** The first such character of a text as `U+202E`, or `null`. */
export function deceptiveCharacter(text: string): string | null {
  const found = DECEPTIVE.exec(text)?.[0].codePointAt(0);
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text for a message: at most 64 characters (or `most`), what cannot be seen escaped, in backticks. */
export function quoted(text: string, most = 64): string {
  const characters = [...text.slice(0, 2 * most + 2)];
  const start = characters.slice(0, most).map((character) => {
    const point = character.codePointAt(0) as number;
    return deceptiveCharacter(character) === null ? character : `\\u{${point.toString(16)}}`;
  });
  return `\`${start.join('')}${characters.length > most ? '…' : ''}\``;
}

/** Whether a text is a PrintableString's (X.680, 41.4). */
export function isPrintable(text: string): boolean {
  return /^[A-Za-z0-9 '()+,./:=?-]*$/.test(text);
}

/** Whether a text is ASCII without controls. */
export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** The octets of ASCII text. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Whether a text is an object identifier in dotted form. */
export function isOid(text: string): boolean {
  try {
    oidContent(text);
    return true;
  } catch {
    return false;
  }
}
