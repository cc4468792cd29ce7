/** The sizes of type in a drawing, in its units. */
export const SIZE = { heading: 17, body: 14, name: 14, small: 11.5 } as const;

const NARROW = /[ iljtfr.,:;'|!()[\]`I]/;
const BROAD = /[mwMW@%—…]/;
const CAPITAL = /[\p{Lu}0-9]/u;
/** Hangul, kana, Chinese characters, full-width forms, emoji. */
const SQUARE =
  /[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{1f000}-\u{3ffff}]/u;

/**
 * How wide a text is at most, about: nothing can be measured here, so every character counts as wide as in a broad
 * typeface (DejaVu Sans).
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** The width of a text in a typeface of one width. */
export function monoWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += SQUARE.test(character) ? 1.05 : 0.62;
  return ems * size;
}

/** A text in lines of at most `width`, broken at spaces where there are any; never empty. */
export function wrapText(text: string, size: number, width: number): string[] {
  if (textWidth(text, size) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, size, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** A word that does not fit, cut between characters. */
function cutWord(word: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function emsOf(character: string): number {
  if (NARROW.test(character)) return 0.42;
  if (BROAD.test(character)) return 1;
  if (CAPITAL.test(character)) return 0.74;
  return SQUARE.test(character) ? 1.1 : 0.63;
}
