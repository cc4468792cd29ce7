import {
  checkPolicy,
  type Policy,
  resolvePolicy,
  writePolicyJson,
  writePolicyTlv,
  writePolicyXml,
} from '@quorate/policy';
import { renderPolicyText } from '@quorate/policy/text';
import { encodeBase64, encodeUtf8 } from '@quorate/syntax';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { aside, deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { loadPolicy } from '../load/policy.ts';
import { printFindings } from '../print-report.ts';
import { reading, Unusable } from '../unusable.ts';

type Form = 'json' | 'text' | 'xml' | 'binary' | 'base64';

interface Options {
  readonly to: Form;
  readonly output?: string;
  readonly allowUnguarded?: boolean;
}

/** `policy convert POLICY --to FORM`: the same policy in another form. */
export function policyConvertCommand(context: Context, answer: Answer): Command {
  return new Command('convert')
    .description(
      'Write a policy in another form: REST JSON, text, the XML of attestations, or the binary of modify tokens.',
    )
    .argument('<policy>', 'REST JSON (a policy or a request with one), attestation XML, or modify approval token')
    .addOption(
      new Option('--to <form>', 'binary and base64: the value of token element 0x1058')
        .choices(['json', 'text', 'xml', 'binary', 'base64'])
        .makeOptionMandatory(),
    )
    .option('--output <file>', 'write to this file')
    .option('--allow-unguarded', 'convert even when a rule lets everybody act')
    .addHelpText('after', '\nExample:\n  quorate policy convert modify.request.json --to xml')
    .action(async (file: string, options: Options) => {
      const { policy } = await loadPolicy(context, file);
      if (policy === null) throw new Unusable(`${file}: there is no policy in it to convert`);
      const unguarded = checkPolicy(policy, { allowUnguarded: options.allowUnguarded === true }).findings.filter(
        ({ id, outcome }) => outcome === 'fail' && id === 'policy.guarded',
      );
      if (unguarded.length > 0) {
        printFindings(aside(context), unguarded);
        context.note('quorate: not converted: give --allow-unguarded if this is what you want');
        answer(ExitCode.NO);
        return;
      }
      if (options.to === 'xml' && policy.blocked === null) {
        context.note('quorate: the policy does not say whether the key is blocked; written as not blocked');
      }
      const bytes = reading(file, () => convert(policy, options.to));
      await deliver(context, bytes, options.output, options.to === 'binary' ? 'binary' : 'text');
      answer(ExitCode.YES);
    });
}

/** Null rules have no spelling in XML and binary: there they become what the broker makes of them (SKA.md 2.3). */
function convert(policy: Policy, form: Form): Uint8Array {
  if (form === 'json') return encodeUtf8(`${JSON.stringify(writePolicyJson(policy), null, 2)}\n`);
  if (form === 'text') return encodeUtf8(renderPolicyText(policy));
  const resolved = resolvePolicy(policy);
  if (form === 'xml')
    return encodeUtf8(standalone(writePolicyXml({ ...resolved, blocked: resolved.blocked ?? false })));
  const binary = writePolicyTlv(resolved);
  return form === 'binary' ? binary : encodeUtf8(`${encodeBase64(binary)}\n`);
}

/** The element as a document of its own, one level further out. */
function standalone(element: string): string {
  return `${element.replaceAll('\n\t', '\n')}\n`;
}
