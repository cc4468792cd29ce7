import type { CommandMaker } from '../answer.ts';
import { csrCheckCommand } from '../commands/csr-check.ts';
import { csrMakeCommand } from '../commands/csr-make.ts';
import { csrShowCommand } from '../commands/csr-show.ts';

/** What is done with `csr`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [csrShowCommand, csrCheckCommand, csrMakeCommand];
