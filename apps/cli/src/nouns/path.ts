import type { CommandMaker } from '../answer.ts';
import { pathVerifyCommand } from '../commands/path-verify.ts';

/** What is done with `path`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [pathVerifyCommand];
