import type { Command } from 'commander';
import type { PendingFacts } from '../load/issuance.ts';

/** Adds the options that a pending issuance is held against. */
export function withPendingOptions(command: Command): Command {
  return command
    .option(
      '--policy <file>',
      'the policy of the key that signs, as the HSM attests it: the one in the file must be it',
    )
    .option('--identity <hex>', 'the identity of the issuance, as another copy shows it')
    .option('--timestamp-key <file>', "the HSM's timestamp key: also verify its signatures in the approvals");
}

export type PendingOptions = PendingFacts;
