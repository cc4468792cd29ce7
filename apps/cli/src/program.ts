import { Command } from 'commander';
import type { Answer, CommandMaker } from './answer.ts';
import { approvalSignCommand } from './commands/approval-sign.ts';
import { approvalVerifyCommand } from './commands/approval-verify.ts';
import { attestationShowCommand } from './commands/attestation-show.ts';
import { attestationVerifyCommand } from './commands/attestation-verify.ts';
import { certCheckCommand } from './commands/cert-check.ts';
import { certLintCommand } from './commands/cert-lint.ts';
import { certShowCommand } from './commands/cert-show.ts';
import { certVerifyCommand } from './commands/cert-verify.ts';
import { crlMakeCommand } from './commands/crl-make.ts';
import { crlShowCommand } from './commands/crl-show.ts';
import { csrCheckCommand } from './commands/csr-check.ts';
import { csrMakeCommand } from './commands/csr-make.ts';
import { csrShowCommand } from './commands/csr-show.ts';
import { demoCommand } from './commands/demo.ts';
import { issueApproveCommand } from './commands/issue-approve.ts';
import { issueAssembleCommand } from './commands/issue-assemble.ts';
import { issueFingerprintCommand } from './commands/issue-fingerprint.ts';
import { issueInitCommand } from './commands/issue-init.ts';
import { issueMergeCommand } from './commands/issue-merge.ts';
import { issueRestCommand } from './commands/issue-rest.ts';
import { issueShowCommand } from './commands/issue-show.ts';
import { issueStartCommand } from './commands/issue-start.ts';
import { issueStatusCommand } from './commands/issue-status.ts';
import { issueTbsCommand } from './commands/issue-tbs.ts';
import { pathVerifyCommand } from './commands/path-verify.ts';
import { policyAnalyzeCommand } from './commands/policy-analyze.ts';
import { policyCheckCommand } from './commands/policy-check.ts';
import { policyCompareCommand } from './commands/policy-compare.ts';
import { policyConvertCommand } from './commands/policy-convert.ts';
import { policyDrawCommand } from './commands/policy-draw.ts';
import { policyEvaluateCommand } from './commands/policy-evaluate.ts';
import { policyFmtCommand } from './commands/policy-fmt.ts';
import { policyPlanCommand } from './commands/policy-plan.ts';
import { policySchemaCommand } from './commands/policy-schema.ts';
import { policyShowCommand } from './commands/policy-show.ts';
import { policyTestCommand } from './commands/policy-test.ts';
import { policyTimelineCommand } from './commands/policy-timeline.ts';
import { requestStatusCommand } from './commands/request-status.ts';
import { tokenShowCommand } from './commands/token-show.ts';
import { verifyBatchCommand } from './commands/verify-batch.ts';
import type { Context } from './context.ts';
import { printable } from './text.ts';
import { VERSION } from './version.ts';

const NOUNS: readonly (readonly [noun: string, description: string, verbs: readonly CommandMaker[]])[] = [
  [
    'policy',
    'who may use, block, unblock and modify a key',
    [
      policyCheckCommand,
      policyShowCommand,
      policyEvaluateCommand,
      policyConvertCommand,
      policyAnalyzeCommand,
      policyCompareCommand,
      policyTimelineCommand,
      policyTestCommand,
      policyDrawCommand,
      policyPlanCommand,
      policyFmtCommand,
      policySchemaCommand,
    ],
  ],
  ['token', 'approval tokens: the bytes an approver signs', [tokenShowCommand]],
  ['approval', 'approvals: an approver, a token, a signature', [approvalSignCommand, approvalVerifyCommand]],
  ['cert', 'certificates', [certShowCommand, certLintCommand, certCheckCommand, certVerifyCommand]],
  ['path', 'certification paths: from a certificate to somebody trusted', [pathVerifyCommand]],
  ['verify', 'many at a time', [verifyBatchCommand]],
  ['csr', 'certification requests (PKCS#10)', [csrShowCommand, csrCheckCommand, csrMakeCommand]],
  ['crl', 'certificate revocation lists', [crlMakeCommand, crlShowCommand]],
  ['request', 'requests to the broker', [requestStatusCommand]],
  [
    'issue',
    'certificates whose signature is made elsewhere',
    [
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
    ],
  ],
  ['attestation', 'what an HSM states about a key', [attestationShowCommand, attestationVerifyCommand]],
];

/** The whole command line. */
export function program(context: Context, answer: Answer): Command {
  const root = new Command('quorate')
    .description('Build and check HSM quorum policies, see what they approve, verify what the HSM returns. Offline.')
    .version(VERSION)
    .helpCommand(false)
    .addHelpText('after', exitCodes);
  root.addCommand(demoCommand(context, answer));
  for (const [noun, description, verbs] of NOUNS) {
    const group = new Command(noun).description(description).helpCommand(false);
    for (const verb of verbs) group.addCommand(verb(context, answer));
    root.addCommand(group);
  }
  settle(root, context);
  return root;
}

const exitCodes = `
Exit codes: 0 yes, 1 no, 2 could not run (usage, unreadable input), 3 incomplete.
A file may be \`-\` for standard input. Every command explains itself with --help.`;

/** Errors come back as exceptions, and every word goes through the context. */
function settle(command: Command, context: Context): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => context.out(text),
    writeErr: (text) => context.note(text.trimEnd()),
    outputError: (text, write) => {
      const lines = text
        .replace(/^error: /, '')
        .trimEnd()
        .split('\n')
        .map(printable);
      const greedy = text.includes('missing required argument') && command.options.some(({ variadic }) => variadic);
      const next = greedy
        ? 'give it before the options: one such as `--anchor <file...>` takes all that follows it'
        : 'see --help';
      write(`quorate: ${lines.join('\n')}\n   next: ${next}\n`);
    },
  });
  for (const child of command.commands) settle(child, context);
}
