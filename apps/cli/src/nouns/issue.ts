import type { CommandMaker } from '../answer.ts';
import { issueApproveCommand } from '../commands/issue-approve.ts';
import { issueAssembleCommand } from '../commands/issue-assemble.ts';
import { issueFingerprintCommand } from '../commands/issue-fingerprint.ts';
import { issueInitCommand } from '../commands/issue-init.ts';
import { issueMergeCommand } from '../commands/issue-merge.ts';
import { issueRestCommand } from '../commands/issue-rest.ts';
import { issueShowCommand } from '../commands/issue-show.ts';
import { issueStartCommand } from '../commands/issue-start.ts';
import { issueStatusCommand } from '../commands/issue-status.ts';
import { issueTbsCommand } from '../commands/issue-tbs.ts';

/** What is done with `issue`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [
  issueInitCommand,
  issueTbsCommand,
  issueShowCommand,
  issueFingerprintCommand,
  issueStartCommand,
  issueApproveCommand,
  issueStatusCommand,
  issueMergeCommand,
  issueAssembleCommand,
  issueRestCommand,
];
