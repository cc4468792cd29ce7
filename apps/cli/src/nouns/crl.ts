import type { CommandMaker } from '../answer.ts';
import { crlMakeCommand } from '../commands/crl-make.ts';
import { crlShowCommand } from '../commands/crl-show.ts';

/** What is done with `crl`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [crlMakeCommand, crlShowCommand];
