/** The units of time, greatest first, in seconds. */
const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/** What people write for the units, for the suggestions. */
const OTHER_UNITS: Readonly<Record<string, string>> = {
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
};

/** A span of time that could not be read: why, and what was probably meant. */
export interface DurationFault {
  readonly suggestion: string | undefined;
}

/** A span of time as written: `90s`, `10m`, `1h30m`, `2d`; of each unit once, greatest first. @param seconds from 1 */
export function formatDuration(seconds: number): string {
  let text = '';
  let rest = seconds;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) text += `${count}${unit}`;
  }
  return text;
}

/**
 * The seconds of a span of time from 1 s to 9007199254740991 s, or what is wrong with it. Each unit once, greatest first,
 * numbers without leading zeros; `90m` is as good as `1h30m`.
 */
export function readDuration(text: string): number | DurationFault {
  const parts = /^(?:(\d{1,16})d)?(?:(\d{1,16})h)?(?:(\d{1,16})m)?(?:(\d{1,16})s)?$/.exec(text);
  if (text === '' || parts === null) return { suggestion: suggestionFor(text) };
  let seconds = 0n;
  for (const [i, [, size]] of UNITS.entries()) {
    const digits = parts[i + 1];
    if (digits === undefined) continue;
    if (digits.length > 1 && digits.startsWith('0')) return { suggestion: 'write it without leading zeros' };
    seconds += BigInt(digits) * BigInt(size);
  }
  if (seconds === 0n)
    return { suggestion: 'leave it out: without `after` the window opens at once, without `within` it never ends' };
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return { suggestion: undefined };
  return Number(seconds);
}

function suggestionFor(text: string): string | undefined {
  if (/^\d{1,16}$/.test(text)) return `did you mean \`${text}m\` (minutes) or \`${text}s\` (seconds)?`;
  const [, digits = '', unit = ''] = /^(\d{1,16})([A-Za-z]{1,7})$/.exec(text) ?? [];
  if (digits === '') return undefined;
  const lower = unit.toLowerCase();
  if (lower === 'w' || lower === 'week' || lower === 'weeks') return `did you mean \`${Number(digits) * 7}d\`?`;
  const known = OTHER_UNITS[lower] ?? UNITS.find(([name]) => name === lower)?.[0];
  return known === undefined ? 'the units are s, m, h and d' : `did you mean \`${digits}${known}\`?`;
}
