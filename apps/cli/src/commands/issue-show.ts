import { postQuantum } from '@quorate/crypto/post-quantum';
import { readTbs, tbsExtensions } from '@quorate/issue';
import { checkTbsAgainstManifest, fingerprintOf, manifestSha256 } from '@quorate/issue/manifest';
import { type PendingIssuance, pendingStatus, writePending } from '@quorate/issue/pending';
import { lint, readLintObject } from '@quorate/lint';
import type { Finding } from '@quorate/report';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { asJson } from '../as-json.ts';
import type { Context } from '../context.ts';
import { ExitCode, exitCodeOf } from '../exit-code.ts';
import { fingerprintLines } from '../issue/fingerprint-lines.ts';
import { manifestLines } from '../issue/manifest-lines.ts';
import { type PendingOptions, withPendingOptions } from '../issue/pending-options.ts';
import { policyLines } from '../issue/policy-lines.ts';
import { type Issuance, loadIssuance, loadManifest } from '../load/issuance.ts';
import { printLines } from '../print-lines.ts';
import { printFindings, printJson } from '../print-report.ts';
import { approverLines } from '../tbs-lines.ts';
import { printable } from '../text.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options extends PendingOptions {
  readonly manifest?: string;
  readonly json?: boolean;
}

/** `issue show FILE`: what an approver must see before they say yes. */
export function issueShowCommand(context: Context, answer: Answer): Command {
  const command = new Command('show')
    .description(
      'Show what is to be signed: all that an approver must see, from a TBS, a manifest or a pending issuance.',
    )
    .argument('<file>', 'TBSCertificate (DER), manifest, or *.quorate.json')
    .option('--manifest <file>', 'of a TBS: make the TBS of this manifest, and compare byte for byte')
    .option('--json', 'print JSON');
  return withPendingOptions(command)
    .addHelpText('after', '\nExample:\n  quorate issue show root.tbs.der --manifest root.manifest.json')
    .action(async (file: string, options: Options) => {
      const issuance = await loadIssuance(context, file, options);
      if (options.manifest !== undefined && issuance.kind !== 'tbs') {
        throw new Unusable(`--manifest goes with a TBS, and ${file} has its own manifest in it`);
      }
      const findings = findingsOn(file, issuance);
      const check = options.manifest === undefined ? null : await checkOf(context, options.manifest, issuance.tbs);
      if (options.json) printJson(context, { ...jsonOf(context, issuance), findings, check });
      else {
        print(context, issuance);
        printFindings(context, [...findings, ...(check?.findings ?? [])]);
      }
      answer(check === null ? ExitCode.YES : exitCodeOf(check));
    });
}

async function checkOf(
  context: Context,
  file: string,
  tbs: Uint8Array,
): Promise<ReturnType<typeof checkTbsAgainstManifest>> {
  const manifest = await loadManifest(context, file);
  return reading(file, () => checkTbsAgainstManifest(tbs, manifest, { algorithms: postQuantum }));
}

/** What else a reader should know: decisions and broken rules. */
function findingsOn(file: string, issuance: Issuance): readonly Finding[] {
  const broken = (findings: readonly Finding[]): Finding[] => findings.filter(({ outcome }) => outcome !== 'pass');
  if (issuance.kind === 'manifest') return [...issuance.built.decisions, ...broken(issuance.built.lint.findings)];
  const decisions = issuance.kind === 'pending' ? issuance.pending.decisions : [];
  const report = reading(file, () => lint(readLintObject('tbs', issuance.tbs), { sets: ['rfc5280', 'practice'] }));
  return [...decisions, ...broken(report.findings)];
}

function print(context: Context, issuance: Issuance): void {
  printLines(context, approverLines(issuance.tbs));
  printLines(context, fingerprintLines(fingerprintOf(issuance.tbs)));
  if (issuance.kind === 'tbs') return;
  if (issuance.kind === 'manifest') context.out('\n');
  const manifest = issuance.kind === 'manifest' ? issuance.manifest : issuance.pending.manifest;
  printLines(context, manifestLines(manifest, issuance.kind === 'pending'));
  if (issuance.kind === 'manifest') return;
  const { policy, keyLabel, identity } = issuance.pending;
  const status = pendingStatus(issuance.pending, { time: context.now() });
  printLines(context, [
    ['signing key', keyLabel === null ? '(its label is not known)' : printable(keyLabel)],
    ...policyLines(policy).map((line, i): [string, string] => [i === 0 ? 'its policy' : '', line]),
    ['identity', identity],
    ['approved by', approverNames(issuance.pending)],
    ['next', printable(status.next)],
  ]);
}

function approverNames({ approvals }: PendingIssuance): string {
  const names = new Set(approvals.map(({ name }) => printable(name)));
  return names.size === 0 ? 'nobody yet' : [...names].join(', ');
}

function jsonOf(context: Context, issuance: Issuance): object {
  const { kind, tbs } = issuance;
  const fields = readTbs(tbs);
  const { tbs: _, extensions: __, ...read } = fields;
  const shown = asJson({ ...read, extensions: tbsExtensions(fields) }) as object;
  return {
    kind,
    tbs: asJson(tbs),
    certificate: shown,
    fingerprint: fingerprintOf(tbs),
    ...(kind === 'manifest' ? { manifestSha256: manifestSha256(issuance.manifest) } : {}),
    ...(kind === 'pending'
      ? {
          pending: JSON.parse(writePending(issuance.pending)),
          identity: issuance.pending.identity,
          status: asJson(pendingStatus(issuance.pending, { time: context.now() })),
        }
      : {}),
  };
}
