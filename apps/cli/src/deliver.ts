import type { Context } from './context.ts';
import { Unusable } from './unusable.ts';

/** Hands bytes to a file if one is named, else to standard output; never binary to a terminal. */
export async function deliver(
  context: Context,
  bytes: Uint8Array,
  output: string | undefined,
  form: 'text' | 'binary',
): Promise<void> {
  if (output !== undefined) return context.write(output, bytes);
  if (form === 'binary' && context.terminal) {
    throw new Unusable('the result is binary, and standard output is a terminal', {
      next: 'give --output FILE, or send standard output to a file',
    });
  }
  context.out(bytes);
}

/** The same context with standard output turned to standard error: for words beside a result. */
export function aside(context: Context): Context {
  return { ...context, out: (text) => context.note(String(text).trimEnd()) };
}
