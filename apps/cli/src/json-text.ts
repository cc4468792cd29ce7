/** Characters that do things to a terminal or hide, but for the line feed, which JSON has between its lines alone. */
const TREACHEROUS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;

/**
 * A value as JSON in which every character that a terminal would not just show is written as an escape: the same value
 * for whoever parses it.
 *
 * @param indent blanks a level; default: one line
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(TREACHEROUS, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
