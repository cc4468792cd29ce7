import type { CommandMaker } from '../answer.ts';
import { approvalSignCommand } from '../commands/approval-sign.ts';
import { approvalVerifyCommand } from '../commands/approval-verify.ts';

/** What is done with `approval`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [approvalSignCommand, approvalVerifyCommand];
