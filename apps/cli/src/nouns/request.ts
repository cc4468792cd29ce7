import type { CommandMaker } from '../answer.ts';
import { requestStatusCommand } from '../commands/request-status.ts';

/** What is done with `request`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [requestStatusCommand];
