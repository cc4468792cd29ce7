import { ExitCode } from './exit-code.ts';
import { processContext } from './outside.ts';
import { run } from './run.ts';

/** The process: arguments in, exit code out. An answer that could not be written is no answer. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    const code = process.exitCode;
    if (error.code === 'EPIPE') process.exit(typeof code === 'number' ? code : ExitCode.UNUSABLE);
    process.stderr.write(`quorate: standard output cannot be written (${error.code ?? error.message})\n`);
    process.exit(ExitCode.UNUSABLE);
  });
  process.exitCode = await run(process.argv.slice(2), processContext());
  // What is not read by now is not wanted, and whoever writes it shall not be waited for.
  process.stdin.destroy();
}
