import { excerpt } from '@quorate/syntax';

/**
 * A name for the eyes: what could move the cursor or turn the line around is written as `\u{…}`, and of more than 60
 * characters the rest is left out.
 */
export function displayName(name: string): string {
  return excerpt(name, 60);
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
