import { type ApprovalToken, tokenNotices } from '@quorate/approval';
import { isoTime } from '@quorate/der';
import { writePolicyJson } from '@quorate/policy';
import { encodeBase64 } from '@quorate/syntax';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { loadToken } from '../load/token.ts';
import { printLines } from '../print-lines.ts';
import { printFindings, printJson } from '../print-report.ts';
import { tokenLines } from '../token-lines.ts';

/** `token show FILE`: what an approver would sign. */
export function tokenShowCommand(context: Context, answer: Answer): Command {
  return new Command('show')
    .description('Show what an approval token says: all that an approver would sign.')
    .argument('<file>', 'the token, binary or base64')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate token show modify.token.bin')
    .action(async (file: string, options: { json?: boolean }) => {
      const token = await loadToken(context, file);
      if (options.json) printJson(context, tokenJson(token));
      else {
        printLines(context, tokenLines(token));
        printFindings(context, tokenNotices(token));
      }
      answer(ExitCode.YES);
    });
}

/** The token as JSON; other tools rely on these names. */
export function tokenJson(token: ApprovalToken): unknown {
  const { operation, keyLabel, timestamp, payload, policy } = token;
  return {
    operation,
    keyLabel,
    timestamp:
      timestamp === null
        ? null
        : {
            time: isoTime(timestamp.time),
            keyLabel: timestamp.keyLabel,
            signatureAlgorithm: timestamp.signatureAlgorithm.restNames[0] ?? timestamp.signatureAlgorithm.name,
          },
    payload: payload === null ? null : encodeBase64(payload),
    policy: policy === null ? null : writePolicyJson(policy),
  };
}
