import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { type Report, type SarifOptions, sarifOf } from '@quorate/report';
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { kindOf } from './load/kind.ts';
import { printJson, printReport } from './print-report.ts';
import { VERSION } from './version.ts';

/** How a report is printed. */
export interface FormatOptions {
  readonly json?: boolean;
  readonly format?: 'text' | 'json' | 'sarif';
}

/** Adds `--json` and `--format`. */
export function withFormat(command: Command): Command {
  return command
    .option('--json', 'print JSON, as --format json')
    .addOption(new Option('--format <name>', 'text, json, or sarif (SARIF 2.1.0)').choices(['text', 'json', 'sarif']));
}

/** What the options ask for. */
export function formatOf({ json, format }: FormatOptions): 'text' | 'json' | 'sarif' {
  return format ?? (json ? 'json' : 'text');
}

/** What SARIF says beside the report: words about rules, and whether the file is the object judged. */
export type SarifDetails = Pick<SarifOptions, 'rules' | 'artifactSha256'>;

/** Prints a report as the options say, and gives its exit code. `file`: what was judged. */
export function printReportAs(
  context: Context,
  report: Report,
  file: string,
  options: FormatOptions,
  details: SarifDetails = {},
): ExitCode {
  if (formatOf(options) !== 'sarif') return printReport(context, report, formatOf(options) === 'json');
  printSarif(context, report, file, details);
  return exitCodeOf(report);
}

export function printSarif(context: Context, report: Report, file: string, details: SarifDetails = {}): void {
  const artifact = file === '-' ? {} : { artifact: uriOf(file) };
  printJson(context, sarifOf(report, { tool: { name: 'quorate', version: VERSION }, ...artifact, ...details }));
}

/** Of a file that is DER itself, which bytes a finding means in it; of PEM and base64 that cannot be said. */
export async function derDetails(context: Context, file: string, options: FormatOptions): Promise<SarifDetails> {
  if (formatOf(options) !== 'sarif' || file === '-') return {};
  const bytes = await context.read(file);
  return kindOf(bytes) === 'binary' ? { artifactSha256: hexOf(digest('SHA-256', bytes)) } : {};
}

/** A relative path as it was given; an absolute one as a URI of the scheme `file` (SARIF 2.1.0, 3.4.3). */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path.replace(/^\/+/, '/')}` : path;
}
