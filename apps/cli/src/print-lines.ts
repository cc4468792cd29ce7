import type { Context } from './context.ts';
import { fold } from './text.ts';

/** Prints names and values in two columns, values folded. */
export function printLines(context: Context, lines: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of lines) {
    context.out(`${fold(value, context.width, `  ${name.padEnd(12)}`)}\n`);
  }
}
