/** Control characters, marks that change the direction of text, line separators, and halves of characters. */
const TREACHEROUS = /[\p{Cc}\p{Surrogate}\u{61c}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2066}-\u{2069}]/u;

/** Whether a text shows as something else than it is: control characters, bidirectional marks, unpaired surrogates. */
export function isTreacherous(text: string): boolean {
  return TREACHEROUS.test(text);
}

/**
 * A name for the eyes: what could move the cursor or turn the line around is written as `\u{…}`, and of more than 60
 * characters the rest is left out.
 */
export function displayName(name: string): string {
  const characters = [...name];
  const shown = characters.slice(0, 60).map((character) => (isTreacherous(character) ? codeOf(character) : character));
  return characters.length > 60 ? `${shown.join('')}…` : shown.join('');
}

/** A span of time for the eyes: `10 minutes`, `1 hour 30 minutes`, `2 days`. */
export function displayDuration(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(count === 1 ? `1 ${unit}` : `${count} ${unit}s`);
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function codeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}
