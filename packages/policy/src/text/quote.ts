import { excerpt, isTreacherous } from '@quorate/syntax';

/** The words of the language; as a name they stand in quotation marks. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  ...['use', 'block', 'unblock', 'modify', 'blocked', 'yes', 'no'],
  ...['key', 'certificate', 'onboarded', 'named', 'unnamed', 'from'],
  ...['any', 'of', 'and', 'or', 'within', 'after', 'nobody', 'everybody', 'token', 'group'],
  ...['rule', 'tokens', 'groups', 'null', 'never', 'all', 'one', 'none'],
]);

const BARE = /^[A-Za-z][A-Za-z0-9_.@-]*$/;

/** A name as it stands in the text: bare if it is a plain word and none of the language, else quoted. */
export function writeName(name: string): string {
  return name.length <= 200 && BARE.test(name) && !KEYWORDS.has(name) ? name : quote(name);
}

/** In quotation marks; `"`, `\` and what cannot be seen, or shows as something else, are escaped. */
export function quote(text: string): string {
  let out = '"';
  for (const character of text) {
    if (character === '"' || character === '\\') out += `\\${character}`;
    else if (isTreacherous(character)) out += `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
    else out += character;
  }
  return `${out}"`;
}

/** What one escape stands for, with its length; `null` if there is none. @param text begins with `\` */
export function readEscape(text: string): { readonly value: string; readonly length: number } | null {
  const next = text[1];
  if (next === '"' || next === '\\') return { value: next, length: 2 };
  const [whole = '', digits = ''] = /^\\u\{([0-9a-f]{1,6})\}/i.exec(text) ?? [];
  const code = Number.parseInt(digits, 16);
  return whole === '' || code > 0x10ffff ? null : { value: String.fromCodePoint(code), length: whole.length };
}

/** A word of the text, for a message. */
export function shown(text: string): string {
  return `\`${excerpt(text, 40)}\``;
}
