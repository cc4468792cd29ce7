import { oidContent } from '@quorate/der';

/** Scripts that need the joiners to spell (RFC 5892, appendix A.1 and A.2). */
const JOINED = [
  ...[
    'Arabic',
    'Syriac',
    'Mandaic',
    'Mongolian',
    'Nko',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
  ],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const JOINER = '[\\u200C\\u200D]';
const VARIANT = '\\p{Variation_Selector}';

/**
 * Characters that no name may carry, since a reader does not see them or is misled by them: controls, marks that change
 * the direction of text, other characters that are invisible (fillers, tags, spaces but the usual and the ideographic one),
 * line and paragraph separators, lone surrogates, and code points that are no characters. The two joiners are taken where a
 * script needs them to spell, variation selectors behind what has variants: ideographs, Mongolian letters and pictographs.
 */
const DECEPTIVE = new RegExp(
  [
    '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\u2800]',
    '(?![ \\u3000])\\p{Zs}',
    `(?!${JOINER}|${VARIANT})[\\p{Cf}\\p{Default_Ignorable_Code_Point}]`,
    `(?<![${JOINED}\\p{Extended_Pictographic}\\uFE0F])${JOINER}`,
    `(?<![\\p{Script=Han}\\p{Script=Mongolian}\\p{Extended_Pictographic}])${VARIANT}`,
  ].join('|'),
  'u',
);

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
