import type { Finding, Outcome, Report } from '@quorate/report';
import type { Context } from './context.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { jsonText } from './json-text.ts';
import { fold, printable } from './text.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  pass: 'pass',
  fail: 'FAIL',
  warn: 'warn',
  'not-checked': 'open',
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
  context.out(`${jsonText(value, 2)}\n`);
}

/** Prints findings; those that say the same of several places are printed once, with all the places. */
export function printFindings(context: Context, findings: readonly Finding[], brief = false): void {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { id, outcome, message, where, expected, actual } = finding;
    const key = JSON.stringify([id, outcome, message, expected, actual]);
    const same = merged.get(key);
    merged.set(key, same === undefined ? finding : { ...same, where: `${same.where}, ${where}` });
  }
  for (const finding of merged.values()) printFinding(context, finding, brief);
}

/** Prints one finding: outcome, what was found, and where it is unless it passed. `brief`: of warnings the words alone. */
export function printFinding(context: Context, finding: Finding, brief = false): void {
  const first = `  ${WORDS[finding.outcome].padEnd(5)} `;
  const indent = ' '.repeat(first.length);
  const [message, ...facts] = wordsOf(finding);
  const shown = brief && finding.outcome === 'warn' ? [] : facts;
  const lines = [fold(message, context.width, first), ...shown.map((line) => fold(line, context.width, indent))];
  context.out(`${colour(context, finding.outcome, lines.join('\n'))}\n`);
}

/** Places in a certificate or CSR, which a message of their own needs in front of it. */
const FIELD = /^(tbsCertificate|certificationRequestInfo)\.(extensions\.)?/;

function wordsOf(finding: Finding): [string, ...string[]] {
  const { outcome, where, expected, actual, action } = finding;
  const field = FIELD.test(where) ? `${printable(where.replace(FIELD, ''))}: ` : '';
  const message = printable(messageOf(finding));
  if (outcome === 'pass') return [field !== '' && actual !== undefined ? field + printable(actual) : message];
  const lines: [string, ...string[]] = [field + message];
  if (field === '') lines.push(`in ${printable(where)}${placeOf(finding)}`);
  if (expected !== undefined && actual !== undefined && expected.length + actual.length < 50) {
    lines.push(`expected ${printable(expected)}, found ${printable(actual)}`);
  } else {
    if (expected !== undefined) lines.push(`expected ${printable(expected)}`);
    if (actual !== undefined) lines.push(`found    ${printable(actual)}`);
  }
  return action === undefined ? lines : [...lines, `next: ${printable(action)}`];
}

/** Where a report is about several objects, the one that is meant comes first. */
function messageOf({ message, object }: Finding): string {
  return object === undefined || message.includes(object.name) ? message : `${object.name}: ${message}`;
}

function placeOf({ bytes, reference }: Finding): string {
  const range = bytes === undefined ? '' : `, bytes ${bytes.start} to ${bytes.end}`;
  return `${range}${bytes === undefined || reference === undefined ? '' : ` (${reference})`}`;
}

function colour(context: Context, outcome: Outcome, text: string): string {
  const word = WORDS[outcome];
  const paint = { pass: context.paint.good, fail: context.paint.bad, warn: context.paint.careful } as const;
  return text.replace(word, outcome === 'not-checked' ? context.paint.careful(word) : paint[outcome](word));
}

/** Prints the last line of every report, behind an empty one unless there is one. */
export function printVerdict(context: Context, { verdict }: Report, apart = true): void {
  const paint = { pass: context.paint.good, fail: context.paint.bad, incomplete: context.paint.careful } as const;
  context.out(`${apart ? '\n' : ''}${paint[verdict](`verdict: ${verdict}`)}\n`);
}
