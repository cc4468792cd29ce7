import { processContext } from './outside.ts';
import { run } from './run.ts';

/** The process: arguments in, exit code out. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), processContext());
}
