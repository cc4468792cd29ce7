import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { ExitCode } from './exit-code.ts';
import { program } from './program.ts';
import { fold, printable } from './text.ts';
import { isPackageError, Unusable } from './unusable.ts';

/** Runs one command line, without the program's name. Never throws: whatever goes wrong is said and coded. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = ExitCode.UNUSABLE;
  try {
    const tell = (answer: ExitCode): void => {
      code = answer;
    };
    await (await program(context, tell, args)).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return complain(context, error);
  }
}

function complain(context: Context, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.YES : ExitCode.UNUSABLE;
  if (error instanceof Unusable) {
    context.note(fold(printable(error.message), context.width, 'quorate: '));
    if (error.next !== undefined) context.note(fold(printable(error.next), context.width, '   next: '));
    return ExitCode.UNUSABLE;
  }
  if (isPackageError(error)) {
    context.note(fold(printable(error.message), context.width, 'quorate: '));
    return ExitCode.UNUSABLE;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  context.note(fold(printable(`a fault in quorate itself, not in your input: ${what}`), context.width, 'quorate: '));
  return ExitCode.UNUSABLE;
}
