import type { CommandMaker } from '../answer.ts';
import { certCheckCommand } from '../commands/cert-check.ts';
import { certLintCommand } from '../commands/cert-lint.ts';
import { certShowCommand } from '../commands/cert-show.ts';
import { certVerifyCommand } from '../commands/cert-verify.ts';

/** What is done with `cert`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [certShowCommand, certLintCommand, certCheckCommand, certVerifyCommand];
