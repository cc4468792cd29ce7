import type { CommandMaker } from '../answer.ts';
import { attestationShowCommand } from '../commands/attestation-show.ts';
import { attestationVerifyCommand } from '../commands/attestation-verify.ts';

/** What is done with `attestation`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [attestationShowCommand, attestationVerifyCommand];
