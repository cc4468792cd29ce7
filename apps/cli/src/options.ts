import { parseIsoTime } from '@quorate/syntax';
import { InvalidArgumentError } from 'commander';

/** An option that is an instant: ISO 8601 with a zone, as seconds since 1970-01-01T00:00:00Z. */
export function isoTimeOption(text: string): number {
  const seconds = parseIsoTime(text);
  if (seconds === null) throw new InvalidArgumentError('expected a time such as 2024-08-14T18:03:02Z');
  return seconds;
}

/** An option that is a count of seconds. */
export function secondsOption(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError('expected whole seconds, from 0');
  return Number(text);
}
