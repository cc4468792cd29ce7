import type { CommandMaker } from '../answer.ts';
import { verifyBatchCommand } from '../commands/verify-batch.ts';

/** What is done with `verify`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [verifyBatchCommand];
