import { type Report, sarifOf } from '@quorate/report';
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
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

/** Prints a report as the options say, and gives its exit code. `file`: what was judged. */
export function printReportAs(context: Context, report: Report, file: string, options: FormatOptions): ExitCode {
  if (formatOf(options) !== 'sarif') return printReport(context, report, formatOf(options) === 'json');
  printSarif(context, report, file);
  return exitCodeOf(report);
}

export function printSarif(context: Context, report: Report, file: string): void {
  const artifact = file === '-' ? {} : { artifact: file.split('/').map(encodeURIComponent).join('/') };
  printJson(context, sarifOf(report, { tool: { name: 'quorate', version: VERSION }, ...artifact }));
}
