const MAX = 80;
const UNSEEN = /[`\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

/** Text of an object for a message: in backticks, what cannot be seen as `\u{…}`, cut after 80 characters. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 4 * MAX)];
  const cut = text.length > 4 * MAX || characters.length > MAX;
  return `\`${characters.slice(0, MAX).join('').replace(UNSEEN, escaped)}${cut ? '…' : ''}\``;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}
