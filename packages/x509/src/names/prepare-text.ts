/** What RFC 4518, 2.2 maps to a space: white space that is a control character, and every separator. */
const TO_SPACE = /[\t-\r\u0085\p{Z}]/gu;

/** What it maps to nothing. The control characters that are left when the above are gone are all among them. */
const TO_NOTHING =
  /\u034f|[\u180b-\u180e]|[\ufe00-\ufe0f]|[\p{Cc}\u00ad\u06dd\u070f\u1806\u200b-\u200f\u202a-\u202e\u2060-\u2063\u206a-\u206f\ufeff\ufff9-\ufffc\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}]/gu;

/** Code points that have no meaning of their own or none yet (RFC 4518, 2.4), as far as they do not age. */
const PROHIBITED = /[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

/**
 * More combining marks in a row than text has (Unicode Standard Annex 15, section 13: at most 30). Ordering them takes
 * time that grows with the square of their number. The two sound marks become combining ones by normalization.
 */
const TOO_MANY_MARKS = /[\p{M}\uff9e\uff9f]{31}/u;

/** Two spaces or more; one that carries a combining mark is none (RFC 4518, 2.6.1). */
const SPACES = /(?: (?!\p{M})){2,}/gu;

const ASCII = /^[ -~]*$/;

/** A space of ASCII that is one too many. */
const SPARE_SPACE = /^ | {2}| $/;

const BEFORE_SPACE = /^ (?!\p{M})/u;

/**
 * Text prepared for comparison by caseIgnoreMatch (RFC 5280, 7.1; RFC 4518, 2): characters mapped, case folded, in
 * normalization form KC, white space trimmed and runs of it made one space. Two texts match if what this gives is equal.
 *
 * Case is folded by the engine's own Unicode tables and without a language, which agrees with RFC 3454, B.2 on what
 * Unicode 3.2 had.
 *
 * @returns `null` for text that the rules leave undefined: private use, noncharacters, U+FFFD (RFC 4518, 2.4), and more
 * than 30 combining marks in a row
 */
export function prepareText(text: string): string | null {
  if (ASCII.test(text)) {
    const lower = text.toLowerCase();
    return SPARE_SPACE.test(lower) ? compressed(lower, / {2,}/g) : lower;
  }
  const mapped = text.replace(TO_SPACE, ' ').replace(TO_NOTHING, '');
  if (TOO_MANY_MARKS.test(mapped)) return null;
  const folded = folding(folding(mapped).normalize('NFKC')).normalize('NFKC');
  return PROHIBITED.test(folded) ? null : compressed(folded, SPACES);
}

function compressed(text: string, spaces: RegExp): string {
  const single = text.replace(spaces, ' ');
  const start = BEFORE_SPACE.test(single) ? 1 : 0;
  return single.slice(start, single.endsWith(' ') ? -1 : undefined);
}

/**
 * Through upper case, where `ß` is `SS` and a sigma is one letter wherever it stands in a word. The dotless i is a letter
 * of its own unless the language is known.
 */
function folding(text: string): string {
  return text
    .split('\u0131')
    .map((part) => part.toLowerCase().toUpperCase().toLowerCase())
    .join('\u0131');
}
