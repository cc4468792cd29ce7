import { parseIsoTime } from '@quorate/syntax';
import { type Command, InvalidArgumentError } from 'commander';

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

/**
 * Has a command refuse an option with one value that is given twice, which would else be taken as the last. Those that may
 * be repeated say so in their help.
 */
export function onceOnly(command: Command): void {
  for (const option of command.options) {
    if (option.isBoolean() || option.variadic || option.description.includes('may be repeated')) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      given += 1;
      if (given > 1) command.error(`error: option '${option.flags}' is given twice, and has one value`);
    });
  }
}
