import { postQuantum } from '@quorate/crypto/post-quantum';
import { createPending, type PendingParts, pendingStatus, writePending } from '@quorate/issue/pending';
import { encodeUtf8 } from '@quorate/syntax';
import { Command, InvalidArgumentError } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { madeOrRefused } from '../issue/made-or-refused.ts';
import { loadSpki } from '../load/credential.ts';
import { loadManifest } from '../load/issuance.ts';
import { loadPolicy } from '../load/policy.ts';
import { printLines } from '../print-lines.ts';
import { printFindings } from '../print-report.ts';
import { approverLines } from '../tbs-lines.ts';
import { fold, printable } from '../text.ts';
import { Unusable } from '../unusable.ts';

interface Options {
  /** `false`: there is none. */
  readonly policy?: string | false;
  readonly keyLabel?: string;
  readonly onboarded?: readonly (readonly [name: string, file: string])[];
  readonly output?: string;
}

/** `issue start MANIFEST`: a file that travels, in which approvals and the signature are gathered. */
export function issueStartCommand(context: Context, answer: Answer): Command {
  return new Command('start')
    .description('Start a pending issuance: a file that travels and gathers approvals and the signature.')
    .argument('<manifest>', 'of `issue tbs --manifest`')
    .option('--policy <file>', 'the policy of the key that signs, as the HSM attests it')
    .option('--no-policy', 'the key that signs is an ordinary one: nobody approves')
    .option('--key-label <label>', 'the label of the key that signs; default: not known')
    .option('--onboarded <name=file>', 'the key of an onboarded approver, may be repeated', onboardedOption)
    .option('--output <file>', 'write it to this file, *.quorate.json')
    .addHelpText(
      'after',
      '\nExample:\n  quorate issue start root.manifest.json --policy key.policy.json --key-label root-ca-key --output root.quorate.json',
    )
    .action(async (file: string, options: Options) => {
      const parts = await partsOf(context, file, options);
      const making = {
        file,
        parts: { policy: options.policy === false ? undefined : options.policy },
        what: 'pending issuance',
        next: 'compare the manifest, the profile and the policy of the key',
      };
      const pending = madeOrRefused(context, answer, making, () =>
        createPending({ ...parts, algorithms: postQuantum }),
      );
      if (pending === null) return;
      context.note('To be signed:');
      printLines(aside(context), [...approverLines(pending.tbs), ['identity', pending.identity]]);
      printFindings(aside(context), pending.decisions);
      await deliver(context, encodeUtf8(writePending(pending)), options.output, 'text');
      context.note(fold(printable(pendingStatus(pending, { time: context.now() }).next), context.width, 'next: '));
      answer(ExitCode.YES);
    });
}

async function partsOf(context: Context, file: string, options: Options): Promise<PendingParts> {
  const { policy, keyLabel, onboarded = [] } = options;
  // Commander has `true` where neither option is given.
  if (policy === undefined || (typeof policy === 'boolean' && policy)) {
    throw new Unusable('who must approve: give --policy, or --no-policy for an ordinary key', { next: 'see --help' });
  }
  const keys = new Map<string, Uint8Array>();
  for (const [name, key] of onboarded) keys.set(name, await loadSpki(context, key));
  return {
    manifest: await loadManifest(context, file),
    policy: policy === false ? null : (await loadPolicy(context, policy)).policy,
    ...(keyLabel === undefined ? {} : { keyLabel }),
    onboarded: keys,
  };
}

function onboardedOption(
  text: string,
  before: readonly (readonly [string, string])[] = [],
): (readonly [string, string])[] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('expected NAME=FILE');
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}
