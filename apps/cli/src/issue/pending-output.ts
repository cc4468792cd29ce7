import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { deliver } from '../deliver.ts';
import { Unusable } from '../unusable.ts';

/** Where a pending issuance goes. */
export interface PendingOutput {
  readonly write?: boolean;
  readonly output?: string;
}

export function withPendingOutput(command: Command): Command {
  return command
    .option('--write', 'write the first file back')
    .option('--output <file>', 'write to this file; default: standard output');
}

/** Hands the bytes over as the options say. */
export async function deliverPending(
  context: Context,
  file: string,
  bytes: Uint8Array,
  { write, output }: PendingOutput,
): Promise<void> {
  if (write && output !== undefined) throw new Unusable('--write and --output: give one of them');
  if (write && file === '-') throw new Unusable('--write needs a file, not standard input');
  await deliver(context, bytes, write ? file : output, 'text');
}
