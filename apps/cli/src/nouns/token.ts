import type { CommandMaker } from '../answer.ts';
import { tokenShowCommand } from '../commands/token-show.ts';

/** What is done with `token`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [tokenShowCommand];
