import type { Finding, Outcome, Report } from '@quorate/report';
import type { Context } from './context.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { fold, printable } from './text.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  pass: 'pass',
  fail: 'FAIL',
  warn: 'warn',
  'not-checked': 'not checked',
};

/** Prints a report, as JSON or for people, and gives its exit code. */
export function printReport(context: Context, report: Report, json: boolean): ExitCode {
  if (json) printJson(context, report);
  else {
    printFindings(context, report.findings);
    printVerdict(context, report);
  }
  return exitCodeOf(report);
}

/** Prints a value as JSON, two blanks a level, the library's own shape. */
export function printJson(context: Context, value: unknown): void {
  context.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints findings; those that say the same of several places are printed once, with all the places. */
export function printFindings(context: Context, findings: readonly Finding[]): void {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { id, outcome, message, where, expected, actual } = finding;
    const key = JSON.stringify([id, outcome, message, expected, actual]);
    const same = merged.get(key);
    merged.set(key, same === undefined ? finding : { ...same, where: `${same.where}, ${where}` });
  }
  for (const finding of merged.values()) printFinding(context, finding);
}

/** Prints one finding: outcome, message, and what was expected and found. */
export function printFinding(context: Context, finding: Finding): void {
  const { outcome, message, where, expected, actual } = finding;
  const first = `  ${WORDS[outcome].padEnd(6)}`;
  const lines = [fold(printable(message), context.width, first)];
  const indent = ' '.repeat(first.length);
  if (outcome !== 'pass') lines.push(context.paint.faint(fold(`in ${printable(where)}`, context.width, indent)));
  const short = expected !== undefined && actual !== undefined && expected.length + actual.length < 50;
  if (short) lines.push(`${indent}expected ${printable(expected)}, found ${printable(actual)}`);
  else {
    if (expected !== undefined) lines.push(fold(`expected ${printable(expected)}`, context.width, indent));
    if (actual !== undefined) lines.push(fold(`found    ${printable(actual)}`, context.width, indent));
  }
  context.out(`${colour(context, outcome, lines.join('\n'))}\n`);
}

function colour(context: Context, outcome: Outcome, text: string): string {
  const word = WORDS[outcome];
  const paint = { pass: context.paint.good, fail: context.paint.bad, warn: context.paint.careful } as const;
  return text.replace(word, outcome === 'not-checked' ? context.paint.careful(word) : paint[outcome](word));
}

function printVerdict(context: Context, { verdict }: Report): void {
  const paint = { pass: context.paint.good, fail: context.paint.bad, incomplete: context.paint.careful } as const;
  context.out(`\n${paint[verdict](`verdict: ${verdict}`)}\n`);
}
