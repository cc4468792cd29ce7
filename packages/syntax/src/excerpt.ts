/**
 * Control characters, marks that change the direction of text, line separators, halves of characters, and characters
 * that cannot be seen; not the joiners that scripts and emoji need.
 */
const TREACHEROUS: RegExp =
  /[\p{Cc}\p{Surrogate}\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/gu;

/** Whether a text can show as something else than it is: control characters, bidirectional and invisible marks, unpaired surrogates. */
export function isTreacherous(text: string): boolean {
  return text.search(TREACHEROUS) !== -1;
}

/**
 * The beginning of a text from outside, fit for a message: what could move the cursor or turn the line around is written
 * as `\u{…}`, and of more than `limit` characters the rest is left out.
 */
export function excerpt(text: string, limit: number): string {
  const characters = [...text.slice(0, 2 * limit + 2)];
  const shown = characters.slice(0, limit).join('').replace(TREACHEROUS, codeOf);
  return characters.length > limit ? `${shown}…` : shown;
}

function codeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}
