import type { Context } from './context.ts';
import { fold } from './text.ts';

/** Names and values in two columns, each folded to the width. A value's leading blanks are kept. */
export function columns(lines: readonly (readonly [name: string, value: string])[], width: number): string[] {
  return lines.flatMap(([name, value]) => {
    const words = value.trimStart();
    return fold(words, width, `  ${name.padEnd(12)} ${' '.repeat(value.length - words.length)}`).split('\n');
  });
}

/** Prints names and values in two columns. */
export function printLines(context: Context, lines: readonly (readonly [name: string, value: string])[]): void {
  for (const line of columns(lines, context.width)) context.out(`${line}\n`);
}
