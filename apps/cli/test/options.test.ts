import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { onceOnly } from '../src/options.ts';

/** What a command with options of every sort says to these arguments. */
function said(...args: string[]): unknown {
  const errors: string[] = [];
  const command = new Command('try')
    .option('--time <time>', 'an instant')
    .option('-o, --output [file]', 'a file')
    .option('--anchor <file...>', 'files')
    .option('--set <name>', 'a set, may be repeated', (text, before: string[] = []) => [...before, text])
    .option('--json', 'JSON')
    .exitOverride()
    .configureOutput({ outputError: (text) => errors.push(text.trim()) });
  onceOnly(command);
  try {
    return command.parse(args, { from: 'user' }).opts();
  } catch {
    return errors;
  }
}

describe('an option with one value', () => {
  it.each([
    [['--time', 'a', '--time', 'b'], '--time <time>'],
    [['--time', 'a', '--time', 'a'], '--time <time>'],
    [['--time=a', '--json', '--time=b'], '--time <time>'],
    [['-o', 'a', '--output', 'b'], '-o, --output [file]'],
    [['--time', 'a', '--time', 'b', '--time', 'c'], '--time <time>'],
  ])('is refused when it is given twice: %s', (args, flags) => {
    expect(said(...args)).toEqual([`error: option '${flags}' is given twice, and has one value`]);
  });

  it('is taken once, beside others and those that may be repeated', () => {
    const args = ['--time', 'a', '--anchor', 'b', 'c', '--anchor', 'd', '--set', 'e', '--set', 'f', '--json', '--json'];
    expect(said(...args)).toEqual({ time: 'a', anchor: ['b', 'c', 'd'], set: ['e', 'f'], json: true });
  });
});
