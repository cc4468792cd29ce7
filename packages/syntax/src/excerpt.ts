/**
 * Control characters, marks that change the direction of text, line separators, halves of characters, spaces but the usual
 * and the ideographic one, and characters that cannot be seen, fillers among them; not the joiners and variation selectors
 * that scripts and emoji need.
 */
const TREACHEROUS: RegExp =
  /(?![ \u{3000}])\p{Zs}|\u{34f}|\u{17b4}|\u{17b5}|[\p{Cc}\p{Surrogate}\u{ad}\u{61c}\u{115f}\u{1160}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{2800}\u{3164}\u{feff}\u{ffa0}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/gu;

/** Whether a text can show as something else than it is: control characters, bidirectional and invisible marks, unusual spaces, unpaired surrogates. */
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
